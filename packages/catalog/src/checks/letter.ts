import { renderTemplate, templateNames } from '@e-sewaka/contract';
import { list, record, word, type Finding, type ServiceOutline } from '../outline.js';
import type { Path } from '../yaml-file.js';

/** Checks that each placeholder names a field, and that running text never waits for an answer that may be missing. */
export function checkLetter({ source, fields }: ServiceOutline): Finding[] {
  const letter = record(source['letter']);
  const rows = list(letter['rows']).map((row, index) => ({
    path: ['letter', 'rows', index, 'value'],
    text: word(record(row)['value']),
  }));
  const running = [
    ...['title', 'subject', 'opening', 'closing'].map((key) => ({ path: ['letter', key], text: word(letter[key]) })),
    ...list(letter['body']).map((text, index) => ({ path: ['letter', 'body', index], text: word(text) })),
  ];
  const unsure = new Set(fields.filter(({ always }) => !always).map(({ name }) => name));
  const known = new Map(fields.map(({ name, type }) => [name, type]));
  const until = record(letter['validity'])['until'];
  const end = fields.find(({ name }) => name === until);
  const empty = rows.filter(({ text }) => text !== '' && placeholders(text).length === 0);
  return [
    ...running
      .filter(({ text }) => /\b(kadus|kaling|kelian|kelihan|kepala (dusun|lingkungan))\b/iu.test(text))
      .map(({ path }) => ({ path, reason: 'the letter may be issued without the word of the kadus, so it must not claim it' })),
    ...(until === undefined || (end?.type === 'date' && end.always)
      ? []
      : [{ path: ['letter', 'validity', 'until'], reason: `"${word(until)}" is not a date field that is always answered` }]),
    ...[...rows, ...running].flatMap(({ path, text }) => unknown(path, text, known)),
    ...empty.map(({ path }) => ({ path, reason: 'a row prints at least one answer: {{fieldName}}' })),
    ...running.flatMap(({ path, text }) =>
      placeholders(text)
        .filter((name) => unsure.has(name))
        .map((name) => ({ path, reason: `"${name}" may be unanswered; print it in a row, not in running text` })),
    ),
  ];
}

/** Part of an address that a placeholder may name after a dot. */
const addressPart = /^[a-zA-Z]+\.(street|banjar|villageCode|city|postalCode)$/;

/** Fields that a text prints: of `address.street` it is `address`. */
function placeholders(text: string): string[] {
  return templateNames(text).map((name) => name.split('.', 1)[0] ?? '');
}

function unknown(path: Path, text: string, fields: ReadonlyMap<string, string>): Finding[] {
  const findings = templateNames(text)
    .filter(
      (name) =>
        !(fields.has(name) || (addressPart.test(name) && fields.get(name.split('.', 1)[0] ?? '') === 'address')),
    )
    .map((name) => ({ path, reason: `no field is named "${name}"` }));
  const blanks = Object.fromEntries(templateNames(text).map((name) => [name, '']));
  const rest = renderTemplate(text, blanks);
  return /[{}]/.test(rest)
    ? [...findings, { path, reason: 'braces must form a placeholder like {{fieldName}}' }]
    : findings;
}
