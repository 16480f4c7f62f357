import { formatDate } from './dates.js';
import { isPersonal } from './fields.js';
import { maskEmail } from './identity/email.js';
import { formatKk, maskKk } from './identity/kk.js';
import { maskName } from './identity/name.js';
import { formatNib, maskNib } from './identity/nib.js';
import { formatNik, maskNik } from './identity/nik.js';
import { formatNpwp, maskNpwp } from './identity/npwp.js';
import { formatPhone, maskPhone } from './identity/phone.js';
import { formatInteger, formatMoney } from './numbers.js';
import type { Address, Answer, Field, Locale, Option } from './service.js';
import { textIn } from './text.js';

/** Names for codes in answers; without one the code itself is shown. */
export interface PrintNames {
  readonly village?: (code: string) => string | undefined;
}

const YES: Record<Locale, string> = { id: 'Ya', en: 'Yes', ban: 'Inggih' };

/** Shows a canonical answer to people: option labels, long dates, grouped numbers. */
export function formatAnswer(field: Field, answer: Answer, locale: Locale, names: PrintNames = {}): string {
  const text = plainText(answer);
  switch (field.type) {
    case 'nik':
      return formatNik(text);
    case 'kk':
      return formatKk(text);
    case 'npwp':
      return formatNpwp(text);
    case 'nib':
      return formatNib(text);
    case 'phone':
      return formatPhone(text);
    case 'date':
      return formatDate(text, locale);
    case 'time':
      return `${locale === 'en' ? text : text.replace(':', '.')} WITA`;
    case 'integer':
      return formatInteger(Number(answer), locale) + (field.unit ? ` ${textIn(field.unit, locale)}` : '');
    case 'money':
      return formatMoney(Number(answer), locale);
    case 'radios':
    case 'select':
      return optionLabel(field.options, text, locale);
    case 'checkboxes':
      return isList(answer) ? answer.map((value) => optionLabel(field.options, value, locale)).join(', ') : text;
    case 'confirm':
      return answer === true ? YES[locale] : '';
    case 'village':
      return names.village?.(text) ?? text;
    case 'address':
      return isAddress(answer) ? formatAddress(answer, names) : text;
    default:
      return text;
  }
}

/** Shows an answer with personal data hidden as far as its type allows; other answers as in Indonesian print. */
export function maskAnswer(field: Field, answer: Answer, locale: Locale = 'id'): string {
  const text = plainText(answer);
  switch (field.type) {
    case 'nik':
      return maskNik(text);
    case 'kk':
      return maskKk(text);
    case 'npwp':
      return maskNpwp(text);
    case 'nib':
      return maskNib(text);
    case 'phone':
      return maskPhone(text);
    case 'email':
      return maskEmail(text);
    case 'name':
      return maskName(text);
    default:
      return isPersonal(field) ? '•••••' : formatAnswer(field, answer, locale);
  }
}

/** An answer as bare text, without knowing its field. */
export function plainText(answer: Answer): string {
  if (isList(answer)) return answer.join(', ');
  return isAddress(answer) ? formatAddress(answer, {}) : String(answer);
}

function optionLabel(options: readonly Option[], value: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? textIn(option.label, locale) : value;
}

function formatAddress(address: Address, names: PrintNames): string {
  const village = address.villageCode === undefined ? undefined : (names.village?.(address.villageCode) ?? address.villageCode);
  return [address.street, address.banjar, village, address.city, address.postalCode].filter((part) => part !== undefined && part !== '').join(', ');
}

function isList(answer: Answer): answer is readonly string[] {
  return Array.isArray(answer);
}

function isAddress(answer: Answer): answer is Address {
  return typeof answer === 'object' && !isList(answer);
}
