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
  switch (field.type) {
    case 'nik':
      return formatNik(String(answer));
    case 'kk':
      return formatKk(String(answer));
    case 'npwp':
      return formatNpwp(String(answer));
    case 'nib':
      return formatNib(String(answer));
    case 'phone':
      return formatPhone(String(answer));
    case 'date':
      return formatDate(String(answer), locale);
    case 'time':
      return `${locale === 'en' ? String(answer) : String(answer).replace(':', '.')} WITA`;
    case 'integer':
      return formatInteger(Number(answer), locale) + (field.unit ? ` ${textIn(field.unit, locale)}` : '');
    case 'money':
      return formatMoney(Number(answer), locale);
    case 'radios':
    case 'select':
      return optionLabel(field.options, String(answer), locale);
    case 'checkboxes':
      return Array.isArray(answer) ? answer.map((value) => optionLabel(field.options, String(value), locale)).join(', ') : String(answer);
    case 'confirm':
      return answer === true ? YES[locale] : '';
    case 'village':
      return names.village?.(String(answer)) ?? String(answer);
    case 'address':
      return isAddress(answer) ? formatAddress(answer, names) : String(answer);
    default:
      return String(answer);
  }
}

/** Shows an answer with personal data hidden as far as its type allows; other answers as in Indonesian print. */
export function maskAnswer(field: Field, answer: Answer, locale: Locale = 'id'): string {
  switch (field.type) {
    case 'nik':
      return maskNik(String(answer));
    case 'kk':
      return maskKk(String(answer));
    case 'npwp':
      return maskNpwp(String(answer));
    case 'nib':
      return maskNib(String(answer));
    case 'phone':
      return maskPhone(String(answer));
    case 'email':
      return maskEmail(String(answer));
    case 'name':
      return maskName(String(answer));
    default:
      return isPersonal(field) ? '•••••' : formatAnswer(field, answer, locale);
  }
}

function optionLabel(options: readonly Option[], value: string, locale: Locale): string {
  const option = options.find((candidate) => candidate.value === value);
  return option ? textIn(option.label, locale) : value;
}

function formatAddress(address: Address, names: PrintNames): string {
  const village = address.villageCode === undefined ? undefined : (names.village?.(address.villageCode) ?? address.villageCode);
  return [address.street, address.banjar, village, address.city, address.postalCode].filter((part) => part !== undefined && part !== '').join(', ');
}

function isAddress(answer: Answer): answer is Address {
  return typeof answer === 'object' && !Array.isArray(answer);
}
