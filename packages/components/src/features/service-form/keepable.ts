import { isPersonal, type Field } from '@e-sewaka/contract';
import type { Raw } from '../../fields/index.js';

/** How an answer may lie on the device: as it is, only encrypted, or not at all. */
export type Keeping = 'open' | 'sealed' | 'never';

const identifiers: readonly Field['type'][] = ['nik', 'kk', 'npwp', 'nib', 'phone', 'email'];

/**
 * How an answer may be kept. Never: identifiers, the PIN, the declaration; several lines of personal text, where people write of
 * health and of others, and personal sums; any text that holds what looks like an identifier.
 */
export function keepingOf(field: Field, raw: Raw): Keeping {
  if (identifiers.includes(field.type) || field.name === 'declaration' || field.name === 'factor.pin') return 'never';
  if (field.pii === true && (field.type === 'textarea' || field.type === 'money')) return 'never';
  const limit = field.type === 'money' ? /\d(?:[\s.,-]?\d){12}/ : identifierLike;
  if (!isChosen(field) && textsOf(withoutCodes(raw)).some((text) => limit.test(text))) return 'never';
  return isPersonal(field) ? 'sealed' : 'open';
}

/** Nine digits or more however they are grouped, a passport number, or an e-mail address. */
const identifierLike = /\d(?:[\s./()-]{0,2}\d){8}|\b[A-Z]{1,2}[\s-]?\d{6,8}\b|\S@\S/i;

/** Answers that are picked from a list: codes of ours, however they look. */
function isChosen({ type }: Field): boolean {
  return ['radios', 'select', 'checkboxes', 'confirm', 'village'].includes(type);
}

/** The village of an address is such a code too. */
function withoutCodes(raw: Raw): Raw {
  if (typeof raw === 'string' || isList(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([part]) => part !== 'villageCode'));
}

/** Whether something was typed or chosen. */
export function isGiven(raw: Raw | undefined): boolean {
  return raw !== undefined && textsOf(raw).some((text) => text.trim() !== '');
}

function textsOf(raw: Raw): readonly string[] {
  if (typeof raw === 'string') return [raw];
  return isList(raw) ? raw : Object.values(raw);
}

function isList(raw: Exclude<Raw, string>): raw is readonly string[] {
  return Array.isArray(raw);
}
