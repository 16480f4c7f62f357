import { defaultNumberMask, formatLetterNumber, witaDate, type Service } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import type { Reader, Tx } from '../../db/index.js';
import { peekNumber, takeNumber, type Series } from '../../letters/numbering.js';
import type { ApplicationRow } from '../applications/row.js';
import { signingOffice } from '../applications/stages.js';

/** Gives an approved application its letter number; one that has a number keeps it. */
export async function assignNumber(
  tx: Tx,
  app: Pick<App, 'clock' | 'villages'>,
  row: ApplicationRow,
  service: Service,
): Promise<{ letter_number: string; letter_sequence: number } | undefined> {
  const { letter } = service;
  if (letter === undefined || row.letter_number !== null) return undefined;
  const number = await takeNumber(tx, seriesOf(app, row, service, letter.classification));
  return { letter_number: spell(app, row, service, letter.classification, number), letter_sequence: number };
}

/** The number an application has, or would get if it were approved now. */
export async function previewNumber(
  reader: Reader,
  app: Pick<App, 'clock' | 'villages'>,
  row: ApplicationRow,
  service: Service,
): Promise<{ number: string; assigned: boolean } | undefined> {
  if (row.letter_number !== null) return { number: row.letter_number, assigned: true };
  const { letter } = service;
  if (letter === undefined) return undefined;
  const number = await peekNumber(reader, seriesOf(app, row, service, letter.classification));
  return { number: spell(app, row, service, letter.classification, number), assigned: false };
}

/** Letters that share a classification share a counter: otherwise two letters of one office could bear the same number. */
function seriesOf(app: Pick<App, 'clock' | 'villages'>, row: ApplicationRow, service: Service, classification: string): Series {
  const year = Number(witaDate(app.clock()).slice(0, 4));
  return { office: signingOffice(service, row.village_code), letterType: classification, year };
}

function spell(app: Pick<App, 'clock' | 'villages'>, row: ApplicationRow, service: Service, classification: string, number: number): string {
  const office = signingOffice(service, row.village_code);
  const own = app.villages.find(office)?.letterNumberMask;
  const mask = own?.includes('[nomor_surat') === true ? own : defaultNumberMask;
  return formatLetterNumber(mask, { classification, number, villageCode: office, on: witaDate(app.clock()) });
}
