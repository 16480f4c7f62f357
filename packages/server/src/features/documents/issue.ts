import { letterDate, maskName, printAnswers, renderTemplate, templateNames, validUntil, witaDate, type Letter, type Service } from '@e-sewaka/contract';
import { isVisible } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { DocumentsTable, Tx } from '../../db/index.js';
import { newId } from '../../ids.js';
import { formatLetterCode, newLetterCode, qrText, type LetterClaims } from '../../letters/code.js';
import type { LetterContent, Trust } from '../../letters/content.js';
import { signLetter } from '../../letters/keys.js';
import { renderLetter } from '../../letters/pdf.js';
import { sha256 } from '../../secrets.js';
import { nested, type ApplicationRow } from '../applications/row.js';
import { findOffice, letterhead, villageName } from '../villages/offices.js';

/** Who signs, as of this moment. */
export interface Signatory {
  readonly name: string;
  readonly title: string;
  readonly office: string;
}

const longestClaim = 80;

/** Hash under which a letter's printed code is found. */
export const codeHash = (app: Pick<App, 'secrets'>, code: string): string => app.secrets.hash('letter-code', code);

/** Makes the letter of an approved application, PDF and signed code, without storing anything: typesetting takes its time. */
export async function prepareLetter(
  app: App,
  row: ApplicationRow,
  service: Service,
  signatory: Signatory,
): Promise<DocumentsTable | undefined> {
  const { letter } = service;
  if (letter === undefined || row.letter_number === null) return undefined;
  const issuedAt = app.clock();
  const issuedOn = witaDate(issuedAt);
  const id = newId('doc');
  const until = validUntil(issuedOn, letter.validity, nested.answers(row));
  const trust: Trust = service.delivery === 'pickup' ? 'wet' : 'registered';
  const code = newLetterCode();
  const jws = await signLetter(app, JSON.stringify(toClaims({ id, row, letter, signatory, issuedOn, until, trust })));
  const content: LetterContent = {
    ...compose(app, service, letter, row),
    office: letterhead(officeOfRow(app, row)),
    number: row.letter_number,
    placeAndDate: `Denpasar, ${letterDate(issuedOn)}`,
    ...(until === undefined ? {} : { validUntil: letterDate(until) }),
    signatory: { title: signatory.title, name: signatory.name },
    trust,
    verifyUrl: `${app.config.publicUrl}/verify`,
    verifyCode: formatLetterCode(code),
    qrText: qrText(app.config.publicUrl, code, jws),
    issuedAt,
    ...(app.config.demo ? { notice: 'CONTOH dengan data sintetis: bukan dokumen resmi.' } : {}),
  };
  const pdf = await renderLetter(content);
  return {
    id,
    application_id: row.id,
    code_hash: codeHash(app, code),
    number: row.letter_number,
    service_id: row.service_id,
    village_code: row.village_code,
    title: letter.title,
    subject: letter.subject,
    holder_name: row.applicant_name,
    holder_masked_name: maskName(row.applicant_name),
    signatory: JSON.stringify({ name: signatory.name, title: signatory.title, office: signatory.office }),
    office: JSON.stringify({ code: row.office, name: signatory.office }),
    issued_on: issuedOn,
    valid_until: until ?? null,
    trust,
    sha256: sha256(pdf),
    jws,
    content: pdf,
    issued_at: issuedAt.toISOString(),
    revoked_at: null,
    revoked_by: null,
    revoke_reason: null,
  };
}

/** Stores a prepared letter. */
export async function keepLetter(tx: Tx, document: DocumentsTable): Promise<void> {
  await tx.insertInto('documents').values(document).execute();
}

/** The office that works on an application; a code nobody knows would be our own mistake. */
export function officeOfRow(app: Pick<App, 'villages'>, row: Pick<ApplicationRow, 'office'>): NonNullable<ReturnType<typeof findOffice>> {
  const office = findOffice(app, row.office);
  if (office === undefined) throw new Error(`no such office: ${row.office}`);
  return office;
}

/** Puts the answers into the letter's texts; rows without an answer are left out. */
function compose(app: Pick<App, 'villages'>, service: Service, letter: Letter, row: ApplicationRow): Pick<LetterContent, 'title' | 'opening' | 'rows' | 'body' | 'closing'> {
  const answers = nested.answers(row);
  const named = (code: string): string | undefined => {
    const village = app.villages.find(code);
    return village === undefined ? undefined : villageName(village);
  };
  const printed = printAnswers(service, answers, { village: named });
  const answered = (template: string): boolean => templateNames(template).some((name) => Object.hasOwn(printed, name));
  return {
    title: renderTemplate(letter.title, printed),
    opening: renderTemplate(letter.opening, printed),
    rows: letter.rows
      .filter((each) => isVisible(each, answers) && answered(each.value))
      .map((each) => ({ label: each.label, value: renderTemplate(each.value, printed) })),
    body: letter.body.map((paragraph) => renderTemplate(paragraph, printed)),
    closing: renderTemplate(letter.closing, printed),
  };
}

function toClaims(given: {
  id: string;
  row: ApplicationRow;
  letter: Letter;
  signatory: Signatory;
  issuedOn: string;
  until: string | undefined;
  trust: Trust;
}): LetterClaims {
  return {
    documentId: given.id,
    number: given.row.letter_number ?? '',
    issuedOn: given.issuedOn,
    subject: clip(given.letter.subject),
    maskedName: clip(maskName(given.row.applicant_name)),
    signatory: clip(given.signatory.name),
    office: clip(given.signatory.office),
    trust: given.trust,
    ...(given.until === undefined ? {} : { validUntil: given.until }),
  };
}

/** Keeps the QR code readable: a longer text makes smaller squares. */
const clip = (text: string): string => Array.from(text).slice(0, longestClaim).join('');
