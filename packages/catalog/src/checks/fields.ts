import { list, record, type FieldOutline, type Finding, type ServiceOutline } from '../outline.js';

/** Checks limits and options of each field. */
export function checkFields({ fields }: ServiceOutline): Finding[] {
  return fields.flatMap((field) => [
    ...limitFindings(field),
    ...dateFindings(field),
    ...exclusiveFindings(field),
    ...differsFindings(field, fields),
  ]);
}

function differsFindings({ path, source, type, name }: FieldOutline, fields: readonly FieldOutline[]): Finding[] {
  return list(source['differs']).flatMap((other, index) => {
    const found = fields.find((field) => field.name === other);
    const at = [...path, 'differs', index];
    if (!found) return [{ path: at, reason: `no field is named "${String(other)}"` }];
    if (other === name) return [{ path: at, reason: 'no answer differs from itself' }];
    return found.type === type ? [] : [{ path: at, reason: `"${found.name}" is of type ${found.type}, not ${type}` }];
  });
}

function limitFindings({ path, source, type }: FieldOutline): Finding[] {
  const pairs = [
    ['minLength', 'maxLength'],
    ['min', 'max'],
  ] as const;
  const crossed = pairs.filter(([low, high]) => {
    const [from, to] = [source[low], source[high]];
    return (
      (typeof from === 'number' && typeof to === 'number' && from > to) ||
      (bothStrings(from, to) && String(from) > String(to))
    );
  });
  const findings: Finding[] = crossed.map(([low, high]) => ({
    path: [...path, low],
    reason: `${low} is above ${high}`,
  }));
  if (source['maxLength'] === 0)
    findings.push({ path: [...path, 'maxLength'], reason: 'maxLength 0 admits no answer' });
  const defaultLimit = type === 'text' ? 200 : 2000;
  if (source['maxLength'] === undefined && Number(source['minLength']) > defaultLimit) {
    findings.push({ path: [...path, 'minLength'], reason: `minLength is above the default maxLength ${defaultLimit}` });
  }
  return findings;
}

function bothStrings(from: unknown, to: unknown): boolean {
  return typeof from === 'string' && typeof to === 'string';
}

function dateFindings({ path, source, type }: FieldOutline): Finding[] {
  if (type !== 'date') return [];
  return ['min', 'max'].flatMap((key) => {
    const bound = source[key];
    const impossible = typeof bound === 'string' && new Date(`${bound}T00:00:00Z`).toJSON()?.slice(0, 10) !== bound;
    return impossible ? [{ path: [...path, key], reason: `"${bound}" is not a date of the calendar` }] : [];
  });
}

function exclusiveFindings({ path, source, type }: FieldOutline): Finding[] {
  const options = list(source['options']).map(record);
  const exclusive = options.flatMap((option, index) => (option['exclusive'] === undefined ? [] : [index]));
  if (type !== 'checkboxes') {
    return exclusive.map((index) => ({
      path: [...path, 'options', index, 'exclusive'],
      atKey: true,
      reason: '"exclusive" means something only in checkboxes',
    }));
  }
  return options.every((option) => option['exclusive'] === true)
    ? [{ path: [...path, 'options'], reason: 'every option excludes every other; use radios' }]
    : [];
}
