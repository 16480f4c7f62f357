import { isDate } from '@e-sewaka/contract';
import { list, quoted, record, word, type FieldOutline, type Finding, type ServiceOutline } from '../outline.js';
import { villages } from '../reference.js';

/** Checks what ties the parts of a service together: applicant, documents, stages, places. */
export function checkService(service: ServiceOutline): Finding[] {
  return [
    ...applicant(service),
    ...requirements(service),
    ...stages(service),
    ...places(service),
    ...examples(service),
  ];
}

const applicantTypes = { name: ['name'], nik: ['nik'], kk: ['kk'], bornOn: ['date'], banjar: ['banjar', 'address'] } as const;

function applicant({ source, fields }: ServiceOutline): Finding[] {
  const mapping = record(source['applicant']);
  return Object.entries(applicantTypes).flatMap(([key, types]) => {
    const name = mapping[key];
    if (typeof name !== 'string') return [];
    const reason = applicantProblem(
      name,
      types,
      fields.find((field) => field.name === name),
    );
    return reason ? [{ path: ['applicant', key], reason }] : [];
  });
}

function applicantProblem(name: string, types: readonly string[], field: FieldOutline | undefined): string | undefined {
  if (!field) return `no field is named "${name}"`;
  if (!types.includes(field.type)) return `"${name}" is of type ${field.type}, not ${types.join(' or ')}`;
  if (field.source['scope'] === 'any') return `"${name}" asks for an address anywhere, so it names no banjar`;
  return field.always ? undefined : `"${name}" is not always answered, so it cannot identify the applicant`;
}

function requirements({ source }: ServiceOutline): Finding[] {
  return list(source['requirements']).flatMap((entry, index): Finding[] => {
    const requirement = record(entry);
    const path = ['requirements', index];
    const [when, words] = [requirement['when'] !== undefined, requirement['whenText'] !== undefined];
    if (when && !words) return [{ path, reason: '"whenText" must say in plain words what "when" means' }];
    if (words && !when)
      return [{ path: [...path, 'whenText'], atKey: true, reason: '"whenText" stands without a "when"' }];
    return [];
  });
}

const order = ['in_review', 'awaiting_signature', 'ready_for_pickup'];

function stages({ source }: ServiceOutline): Finding[] {
  const all = list(source['stages']).map(record);
  const findings = all.flatMap((stage, index): Finding[] => {
    const path = ['stages', index];
    const before = word(all[index - 1]?.['status']);
    const backwards = order.indexOf(word(stage['status'])) < order.indexOf(before);
    const misplaced = stage['post'] === 'kadus' && stage['unit'] !== 'village';
    return [
      ...(backwards ? [{ path: [...path, 'status'], reason: `${word(stage['status'])} cannot follow ${before}` }] : []),
      ...(misplaced ? [{ path: [...path, 'post'], reason: 'only a village has a kadus' }] : []),
    ];
  });
  if (all.length === 0) return findings;
  const end = source['delivery'] === 'pickup' ? 'ready_for_pickup' : 'awaiting_signature';
  const last = all.length - 1;
  if (all[last]?.['status'] !== end) {
    findings.push({ path: ['stages', last], reason: `delivery by ${word(source['delivery'])} ends in a stage ${end}` });
  }
  if (all[0]?.['status'] !== 'in_review')
    findings.push({ path: ['stages', 0], reason: 'the first stage must be in_review' });
  return [...findings, ...kadus(source, all)];
}

const deciders: readonly unknown[] = ['operator', 'secretary', 'head'];

/** A Kadus only says what he knows: the office that decides comes after him, and the answers say whose Kadus it is. */
function kadus(source: ServiceOutline['source'], all: readonly Readonly<Record<string, unknown>>[]): Finding[] {
  const [at = -1, again] = all.flatMap((stage, index) => (stage['post'] === 'kadus' ? [index] : []));
  if (at < 0) return [];
  const next = all[at + 1];
  const decided = next?.['status'] === 'in_review' && next['unit'] === 'village' && deciders.includes(next['post']);
  return [
    ...(again === undefined ? [] : [{ path: ['stages', again, 'post'], reason: 'the kadus checks once' }]),
    ...(decided ? [] : [{ path: ['stages'], reason: 'a check by the kadus is followed by a review of the village office' }]),
    ...(record(source['applicant'])['banjar'] === undefined ? [{ path: ['applicant'], reason: '"banjar" is missing: it says whose kadus checks' }] : []),
  ];
}

function places({ source }: ServiceOutline): Finding[] {
  return list(record(source['offered'])['villages']).flatMap((code, index) =>
    villages.some((village) => village.code === code)
      ? []
      : [{ path: ['offered', 'villages', index], reason: `${quoted(code)} is not the code of a village` }],
  );
}

function examples({ source }: ServiceOutline): Finding[] {
  const { valid, invalid, writtenOn } = record(source['examples']);
  if (typeof writtenOn === 'string' && !isDate(writtenOn)) {
    return [{ path: ['examples', 'writtenOn'], reason: `"${writtenOn}" is not a date of the calendar` }];
  }
  const names = [...list(valid), ...list(invalid)].map((example) => word(record(example)['name']));
  const again = names.find((name, index) => name !== '' && names.indexOf(name) < index);
  return again === undefined ? [] : [{ path: ['examples'], reason: `two examples are named "${again}"` }];
}
