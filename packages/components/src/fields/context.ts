import type { Locale, RawInput } from '@e-sewaka/contract';
import type { VillageItem } from '../internal/client.js';
import type { Translate } from '../internal/words.js';
import type { CommonKey } from '../locales/common/index.js';
import type { FieldKey } from '../locales/fields/index.js';

/** What a person typed or chose, before it is understood: text, several choices, or the parts of a date or address. */
export type Raw = NonNullable<RawInput>;

/** What a field partial needs to know of the form around it. */
export interface FieldContext {
  /** Prefix of every id, so that two widgets in one document never share one. */
  readonly uid: string;
  readonly locale: Locale;
  readonly say: Translate<FieldKey>;
  readonly common: Translate<CommonKey>;
  /** What was typed before, for a step that is shown again. */
  raw(name: string): Raw | undefined;
  /** The sentence of the first problem at a pointer below the answers, such as `/nik` or `/address/street`. */
  problem(pointer: string): string | undefined;
  /** Whether a part of a field is the wrong one. */
  wrongPart(pointer: string, part: string): boolean;
  /** The label is already the page's heading, so it is kept for assistive technology only. */
  readonly labelHidden?: boolean;
  readonly villages: readonly VillageItem[];
  readonly banjars: readonly string[];
}

/** Typed text of a field, or of one part of it. */
export function rawText(context: FieldContext, name: string, part?: string): string {
  const raw = context.raw(name);
  if (part === undefined) return typeof raw === 'string' ? raw : '';
  return typeof raw === 'object' && !Array.isArray(raw) && part in raw ? String(Reflect.get(raw, part)) : '';
}

/** The id of a control by its name. */
export function idOf(context: Pick<FieldContext, 'uid'>, name: string): string {
  return `${context.uid}${name}`;
}
