/** Why an identifier cannot be right. */
export const identifierErrors = [
  'empty',
  'not_digits',
  'wrong_format',
  'wrong_length',
  'impossible_region',
  'impossible_date',
  'impossible_serial',
  'impossible_sex',
  'impossible_number',
  'wrong_check_digit',
] as const;
export type IdentifierErrorCode = (typeof identifierErrors)[number];

/** What looks odd about an identifier but happens with real ones; never a reason to refuse. */
export const identifierWarnings = ['unknown_province', 'temporary_number', 'birth_date_differs', 'sex_differs', 'repeated_digits', 'unusual_date', 'old_format'] as const;
export type IdentifierWarningCode = (typeof identifierWarnings)[number];

/** What the structure of an identifier says. A clean one is plausible, never proof that it exists. */
export interface Explanation<Parts> {
  readonly canonical?: string;
  readonly errors: readonly IdentifierErrorCode[];
  readonly warnings: readonly IdentifierWarningCode[];
  readonly parts?: Parts;
}
