/** Shapes of personal data and secrets wherever they turn up in a text. The order matters: longer shapes first. */
const shapes: readonly RegExp[] = [
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\bset_[\w-]{20,}/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b\d[\d .-]{13,22}\d\b/g,
  /(?:\+62|\b62|\b0)[ -]?8\d(?:[ -]?\d){6,11}\b/g,
  /\b[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){4}\b/gi,
];

/** What stands in place of something masked. */
export const mask = '[redacted]';

/** Masks identity numbers, phone numbers, e-mail addresses, tokens and tracking codes inside a text. */
export function redactText(text: string): string {
  return shapes.reduce((masked, shape) => masked.replace(shape, mask), text);
}
