/**
 * The shape of a government service: what one file in `packages/catalog/services` says once it is parsed.
 * Pure data. The form, the server's verdict, the published JSON Schema, the service page and the letter all come from it.
 */

/** Interface languages: Indonesian first; Balinese is beta and falls back to Indonesian. */
export type Locale = 'id' | 'en' | 'ban';

/** A text in the interface languages; `ban` may be missing. */
export interface Text {
  readonly id: string;
  readonly en: string;
  readonly ban?: string;
}

export type Scalar = string | number | boolean;

/** A test on one answer by exact equality. A missing answer or a list of choices never matches, whatever the test. */
export type SimpleCondition =
  | { readonly field: string; readonly equals: Scalar }
  | { readonly field: string; readonly in: readonly Scalar[] };

/** A condition is one level deep: a test, or all / any of several tests. */
export type Condition =
  | SimpleCondition
  | { readonly all: readonly SimpleCondition[] }
  | { readonly any: readonly SimpleCondition[] };

/** A test on the age of a date answer: older than 5 years from the day after the fifth birthday. Only requirements may use it, since it needs today's date. */
export type AgeCondition =
  | { readonly field: string; readonly olderThanYears: number }
  | { readonly field: string; readonly olderThanDays: number };

/** When a document is asked for: like `Condition`, plus age tests. */
export type RequirementCondition =
  | SimpleCondition
  | AgeCondition
  | { readonly all: readonly (SimpleCondition | AgeCondition)[] }
  | { readonly any: readonly (SimpleCondition | AgeCondition)[] };

interface FieldBase {
  /** Key in `answers` and `name` of the native input: camelCase, at most 40 characters. */
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  /** Default true: what is not asked for is left out; optional fields say so. */
  readonly required?: boolean;
  readonly when?: Condition;
  /** Marks personal data for redaction and drafts. Identifier types imply it. */
  readonly pii?: boolean;
  /** HTML autofill token, where the type does not imply one. */
  readonly autocomplete?: string;
}

export interface Option {
  readonly value: string;
  readonly label: Text;
  readonly hint?: Text;
  /** In `checkboxes`: choosing it excludes every other option. */
  readonly exclusive?: boolean;
}

/** Free text of one line. `maxLength` in Unicode code points, default 200. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
}
/** Free text of several lines. Default at most 2,000 code points. */
export interface TextareaField extends FieldBase {
  readonly type: 'textarea';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly rows?: number;
}
/** A person's full name as one field: single names, titles and apostrophes are fine. At most 100 code points. */
export interface NameField extends FieldBase {
  readonly type: 'name';
}
/** Identifiers in canonical spelling (digits only; phone in E.164). */
export interface IdentifierField extends FieldBase {
  readonly type: 'nik' | 'kk' | 'npwp' | 'nib' | 'phone' | 'email';
  /** Fields of the same type whose answers must be others: a second witness is not the first. */
  readonly differs?: readonly string[];
}
/** A calendar date `YYYY-MM-DD`. Bounds are dates, or days before (negative) and after today. */
export interface DateField extends FieldBase {
  readonly type: 'date';
  readonly min?: string | number;
  readonly max?: string | number;
}
/** A time of day `HH:MM`, WITA. */
export interface TimeField extends FieldBase {
  readonly type: 'time';
}
/** A whole number, by default 0 to 999,999,999; `unit` is shown behind the control. */
export interface IntegerField extends FieldBase {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
  readonly unit?: Text;
}
/** Whole rupiah as a number, by default 0 to 999,999,999,999. */
export interface MoneyField extends FieldBase {
  readonly type: 'money';
  readonly min?: number;
  readonly max?: number;
}
/** One of several options: `radios` up to about seven, `select` beyond. */
export interface ChoiceField extends FieldBase {
  readonly type: 'radios' | 'select';
  readonly options: readonly Option[];
}
/** Any of several options: an array of values without repeats, at least one when required. */
export interface CheckboxesField extends FieldBase {
  readonly type: 'checkboxes';
  readonly options: readonly Option[];
}
/** A statement to tick; the answer is `true` (or absent when optional). */
export interface ConfirmField extends FieldBase {
  readonly type: 'confirm';
}
/** A desa or kelurahan of Denpasar, by dotted code such as `51.71.04.2001`. */
export interface VillageField extends FieldBase {
  readonly type: 'village';
}
/** A banjar, dusun or lingkungan, by the name the village configured, or typed. At most 80 code points. */
export interface BanjarField extends FieldBase {
  readonly type: 'banjar';
}
/** An address as `{ street, banjar?, villageCode?, city?, postalCode? }`. `scope` city (the default) asks for village and, if there is one, banjar; `any` for a city name. */
export interface AddressField extends FieldBase {
  readonly type: 'address';
  readonly scope?: 'city' | 'any';
}

export type Field =
  | TextField
  | TextareaField
  | NameField
  | IdentifierField
  | DateField
  | TimeField
  | IntegerField
  | MoneyField
  | ChoiceField
  | CheckboxesField
  | ConfirmField
  | VillageField
  | BanjarField
  | AddressField;

export type FieldType = Field['type'];

/** The answer of an `address` field. */
export interface Address {
  readonly street: string;
  readonly banjar?: string;
  readonly villageCode?: string;
  readonly city?: string;
  readonly postalCode?: string;
}

export type Answer = string | number | boolean | readonly string[] | Address;
/** Answers by field name, in canonical spelling. Fields that are not asked for are absent. */
export type Answers = Readonly<Record<string, Answer>>;

export interface Step {
  readonly id: string;
  readonly title: Text;
  readonly hint?: Text;
  readonly when?: Condition;
  readonly fields: readonly Field[];
}

/** How a resident may meet a requirement. */
export type RequirementWay = 'upload' | 'bring_original';

/** A document that an application needs, perhaps only in some cases. */
export interface Requirement {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  /** In plain words, when it is asked for; needed wherever `when` is given. */
  readonly whenText?: Text;
  readonly when?: RequirementCondition;
  readonly required?: boolean;
  readonly ways: readonly RequirementWay[];
  /** Largest number of files; default 1, at most 5. */
  readonly maxFiles?: number;
  readonly legalBasis?: string;
  /** Asked by the village beyond the national rule; shown with a tag. */
  readonly localExtra?: boolean;
}

/** Posts that handle applications; `head` is Perbekel (desa), Lurah (kelurahan) or the head of the office. */
export type Post = 'kadus' | 'operator' | 'secretary' | 'head' | 'admin';

/** Where a stage is worked: at the chosen village, its kecamatan, or a city office. */
export type Unit = 'village' | 'kecamatan' | 'dukcapil' | 'dpmptsp';

export interface Stage {
  readonly id: string;
  readonly title: Text;
  readonly unit: Unit;
  readonly post: Post;
  /** Limit in working days (Bali calendar). */
  readonly workingDays: number;
  /** The status an application has while it is in this stage. */
  readonly status: 'in_review' | 'awaiting_signature' | 'ready_for_pickup';
}

/** The letter an approved application ends in. Texts are Indonesian: the letter is an official document. */
export interface Letter {
  readonly title: string;
  /** Classification code in the letter number, e.g. `470`. */
  readonly classification: string;
  /** Short name of the letter type in the letter number, e.g. `SKD`; letters of one office that share it share a counter. */
  readonly abbreviation: string;
  /** Short subject shown on verification, e.g. `Keterangan domisili`. */
  readonly subject: string;
  /** Paragraphs; `{{fieldName}}` puts an answer in its printed form. */
  readonly opening: string;
  /** Rows of the identity block: label and the answer printed there. */
  readonly rows: readonly { readonly label: string; readonly value: string; readonly when?: Condition }[];
  readonly body: readonly string[];
  readonly closing: string;
  /** Validity from the date of issue, but never beyond the date that the field `until` asks for; absent = without limit. */
  readonly validity?: { readonly amount: number; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly until?: string };
}

/** The 14 components of a service standard (PermenPANRB 15/2014); requirements, time and fee are derived where they can be. */
export interface ServiceStandard {
  readonly procedure: readonly Text[];
  readonly product: Text;
  readonly complaints: Text;
  readonly legalBasis: readonly string[];
  readonly facilities: Text;
  readonly competence: Text;
  readonly supervision: Text;
  readonly staffing: Text;
  readonly guarantee: Text;
  readonly safety: Text;
  readonly evaluation: Text;
  /** Maklumat pelayanan: the signed promise, and what happens when it is broken. */
  readonly pledge: Text;
  readonly compensation: Text;
}

export interface ServiceExample {
  readonly name: string;
  readonly answers: Answers;
}
export interface InvalidServiceExample {
  readonly name: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly pointer: string; readonly code: string }[];
}

/** What a service accepts and refuses. `writtenOn` is the day for which they were written: dates that may not be past move on with today. */
export interface ServiceExamples {
  readonly writtenOn?: string;
  readonly valid: readonly ServiceExample[];
  readonly invalid: readonly InvalidServiceExample[];
}

/** Whom a service is for: registered in Denpasar, living here for a while (penduduk nonpermanen), in business, from abroad. */
export type Audience = 'resident' | 'nonpermanent' | 'business' | 'foreigner';

export type ServiceCategory = 'residence' | 'social' | 'business' | 'civil' | 'police' | 'general';

/** A government service. */
export interface Service {
  /** Kebab-case; a village's own services start with `lokal-`. */
  readonly id: string;
  /** Whole number, raised whenever fields, conditions or requirements change. */
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  readonly category: ServiceCategory;
  /** Words people type when they look for it. */
  readonly keywords: readonly string[];
  /** Whether it can be filed online, only at the counter, or both. */
  readonly channel: 'online' | 'counter' | 'both';
  /** Where it is offered: everywhere, or by village kind, or in named villages. */
  readonly offered: { readonly kinds?: readonly ('desa' | 'kelurahan')[]; readonly villages?: readonly string[] };
  /** Whom it is for; absent means everybody. */
  readonly audience?: readonly Audience[];
  /** Whole rupiah; 0 is free of charge. */
  readonly fee: { readonly amount: number; readonly currency: 'IDR' };
  /** Which answers identify the applicant: names of fields. `banjar` (a banjar, or an address in the city) says whose Kadus checks. */
  readonly applicant: { readonly name: string; readonly nik?: string; readonly kk?: string; readonly bornOn?: string; readonly banjar?: string };
  readonly steps: readonly Step[];
  readonly requirements: readonly Requirement[];
  readonly stages: readonly Stage[];
  /** How the product reaches the resident. */
  readonly delivery: 'pickup' | 'download';
  readonly letter?: Letter;
  readonly standard: ServiceStandard;
  readonly privacy: { readonly legalBasis: Text; readonly purpose: Text };
  /** How long application data is kept after it ends, in days, and why. */
  readonly retention: { readonly days: number; readonly basis: string };
  readonly examples: ServiceExamples;
}

/** A refusal of one answer or document: where (RFC 6901 pointer below the answers or the documents), what, and the numbers to say it with. */
export interface AnswerProblem {
  readonly pointer: string;
  readonly code: AnswerProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Structural codes: exactly what the derived JSON Schema can say too. */
export const structuralCodes = [
  'required',
  'not_asked',
  'unknown_field',
  'wrong_type',
  'wrong_format',
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'not_an_option',
  'repeated',
  'exclusive_option',
] as const;

/** Codes for rules that need arithmetic, reference data or today's date. */
export const semanticCodes = [
  'impossible_date',
  'date_too_early',
  'date_too_late',
  'impossible_identifier',
  'same_as_nik',
  'same_as_other',
  'unknown_village',
  'document_required',
  'document_not_asked',
  'document_way_not_accepted',
  'document_not_ready',
  'too_many_files',
] as const;

export type AnswerProblemCode = (typeof structuralCodes)[number] | (typeof semanticCodes)[number];
