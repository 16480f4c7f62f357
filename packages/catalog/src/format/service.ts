import { semanticCodes, structuralCodes } from '@e-sewaka/contract';
import {
  camel,
  closed,
  condition,
  kebab,
  listOf,
  textDefinitions,
  textUpTo,
  villageCode,
  words,
  type JsonSchema,
} from './common.js';
import { stepFormat } from './field.js';

const text = textUpTo(1200);
const label = textUpTo(200);

/** The format of one required document. */
export const requirementFormat: JsonSchema = closed(
  { id: kebab, label, ways: { ...listOf({ enum: ['upload', 'bring_original'] }, 1, 2), uniqueItems: true } },
  {
    hint: textUpTo(600),
    whenText: textUpTo(300),
    when: condition,
    required: { type: 'boolean' },
    maxFiles: { type: 'integer', minimum: 1, maximum: 5 },
    legalBasis: words(300),
    localExtra: { type: 'boolean' },
  },
);

/** The format of a service standard's 14 components. */
export const standardFormat: JsonSchema = closed({
  procedure: listOf(text, 2, 15),
  product: text,
  complaints: text,
  legalBasis: listOf(words(300), 1, 20),
  facilities: text,
  competence: text,
  supervision: text,
  staffing: text,
  guarantee: text,
  safety: text,
  evaluation: text,
  pledge: text,
  compensation: text,
});

const stage = closed({
  id: kebab,
  title: label,
  unit: { enum: ['village', 'kecamatan', 'dukcapil', 'dpmptsp'] },
  post: { enum: ['kadus', 'operator', 'secretary', 'head', 'admin'] },
  workingDays: { type: 'integer', minimum: 0, maximum: 90 },
  status: { enum: ['in_review', 'awaiting_signature', 'ready_for_pickup'] },
});

const letter = closed(
  {
    title: words(120),
    classification: { type: 'string', pattern: '^\\d{3}(?:\\.\\d{1,3}){0,3}$' },
    abbreviation: { type: 'string', pattern: '^[A-Z]{2,10}$' },
    subject: words(120),
    opening: words(1200),
    rows: listOf(closed({ label: words(80), value: words(200) }, { when: condition }), 1, 40),
    body: listOf(words(1200), 1, 10),
    closing: words(1200),
  },
  {
    validity: closed(
      { amount: { type: 'integer', minimum: 1, maximum: 365 }, unit: { enum: ['day', 'week', 'month', 'year'] } },
      { until: camel },
    ),
  },
);

const answers: JsonSchema = { type: 'object', maxProperties: 200 };
const problem = closed({
  pointer: { type: 'string', maxLength: 200, pattern: '^/' },
  code: { enum: [...structuralCodes, ...semanticCodes] },
});
const examples = closed(
  {
    valid: listOf(closed({ name: words(120), answers }), 1, 20),
    invalid: listOf(closed({ name: words(120), answers, problems: listOf(problem, 1, 30) }), 1, 30),
  },
  { writtenOn: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
);

/** The format of a whole service, after the parts it uses were put in. */
export const serviceFormat: JsonSchema = {
  $defs: textDefinitions,
  ...closed(
    {
      id: kebab,
      version: { type: 'integer', minimum: 1, maximum: 100_000 },
      title: label,
      summary: textUpTo(400),
      category: { enum: ['residence', 'social', 'business', 'civil', 'police', 'general'] },
      keywords: { ...listOf(words(60), 3, 40), uniqueItems: true },
      channel: { enum: ['online', 'counter', 'both'] },
      offered: closed(
        {},
        {
          kinds: { ...listOf({ enum: ['desa', 'kelurahan'] }, 1, 2), uniqueItems: true },
          villages: { ...listOf(villageCode, 1, 43), uniqueItems: true },
        },
      ),
      fee: closed({ amount: { type: 'integer', minimum: 0, maximum: 1_000_000_000 }, currency: { const: 'IDR' } }),
      applicant: closed({ name: camel }, { nik: camel, kk: camel, bornOn: camel, banjar: camel }),
      steps: listOf(stepFormat, 1, 20),
      requirements: listOf(requirementFormat, 0, 40),
      stages: listOf(stage, 1, 12),
      delivery: { enum: ['pickup', 'download'] },
      standard: standardFormat,
      privacy: closed({ legalBasis: text, purpose: text }),
      retention: closed({ days: { type: 'integer', minimum: 1, maximum: 36_500 }, basis: words(400) }),
      examples,
    },
    { letter, audience: { ...listOf({ enum: ['resident', 'nonpermanent', 'business', 'foreigner'] }, 1, 4), uniqueItems: true } },
  ),
};
