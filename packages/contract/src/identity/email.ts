import type { Explanation } from './explanation.js';

/** Shape of an e-mail address as JSON Schema can say it; `explainEmail` knows more. */
export const emailPattern = "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9.-]{1,186}\\.[A-Za-z][A-Za-z0-9-]{1,62}$";

export interface EmailParts {
  readonly local: string;
  readonly domain: string;
}

/** Reads a typed or pasted e-mail address; the domain becomes lower case. */
export function parseEmail(typed: string): string | undefined {
  if (typed.length > 1_000) return undefined;
  const text = typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1');
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > 254) return undefined;
  const email = text.slice(0, at) + text.slice(at).toLowerCase();
  return new RegExp(emailPattern, 'u').test(email) ? email : undefined;
}

/** E-mail addresses are shown as they are. */
export function formatEmail(email: string): string {
  return email;
}

/** Hides an e-mail address as `k•••@contoh.id`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${[...email][0]}•••${email.slice(at)}`;
}

/** Explains an e-mail address: dots and hyphens must stand between other characters. */
export function explainEmail(typed: string): Explanation<EmailParts> {
  const canonical = parseEmail(typed);
  if (canonical === undefined) return { errors: [typed.trim() === '' ? 'empty' : 'wrong_format'], warnings: [] };
  const at = canonical.lastIndexOf('@');
  const [local, domain] = [canonical.slice(0, at), canonical.slice(at + 1)];
  const labels = domain.split('.');
  const sound = !/^\.|\.\.|\.$/u.test(local) && labels.every((label) => /^[a-z0-9-]{1,63}$/u.test(label) && !/^-|-$/u.test(label));
  return { canonical, errors: sound ? [] : ['wrong_format'], warnings: [], parts: { local, domain } };
}
