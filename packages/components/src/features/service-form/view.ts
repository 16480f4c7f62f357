import type { Locale, Text } from '@e-sewaka/contract';
import type { FieldContext } from '../../fields/index.js';
import type { VillageItem, VillageProfile } from '../../internal/client.js';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';
import type { FieldKey } from '../../locales/fields/index.js';
import type { FilingKey } from '../../locales/filing/index.js';
import type { FormKey } from '../../locales/form/index.js';
import type { ProblemKey } from '../../locales/problems/index.js';
import type { FormState } from './form-state.js';

/** What the pages of a form see of the widget. */
export interface FormView {
  readonly state: FormState;
  readonly uid: string;
  readonly level: number;
  readonly locale: Locale;
  readonly say: Translate<FormKey | FilingKey>;
  readonly common: Translate<CommonKey>;
  readonly fieldSay: Translate<FieldKey>;
  readonly problemSay: Translate<ProblemKey>;
  readonly today: string;
  readonly villages: readonly VillageItem[];
  readonly village: VillageProfile | undefined;
  text(text: Text): string;
  context(labelHidden?: boolean): FieldContext;
}
