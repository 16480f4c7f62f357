import type { Action, DueState, Locale, Text } from '@e-sewaka/contract';
import type { Translate } from '../../internal/words.js';
import type { CommonKey } from '../../locales/common/index.js';
import type { DeskKey } from '../../locales/desk/index.js';
import type { StatusKey } from '../../locales/status/index.js';

/** What the parts of the desk speak with. */
export interface DeskView {
  readonly say: Translate<DeskKey>;
  readonly status: Translate<StatusKey>;
  readonly common: Translate<CommonKey>;
  readonly text: (text: Text) => string;
  readonly locale: Locale;
  readonly level: number;
}

/** The groups of the list, most urgent first. */
export const dues: readonly DueState[] = ['overdue', 'today', 'this_week', 'later'];

/** What an officer can do with an application; the rest of the lifecycle belongs to applicants and the system. */
export const deskActions = ['vouch', 'withhold', 'approve', 'sign', 'hand_over', 'request_correction', 'return_to_review', 'reject'] as const satisfies readonly Action[];
export type DeskAction = (typeof deskActions)[number];

/** Whether an action is the word of a Kadus: no colleague's claim is in its way. */
export function isKadusAction(action: DeskAction): boolean {
  return action === 'vouch' || action === 'withhold';
}

/** Narrows a word to an action of the desk. */
export function isDeskAction(value: string | undefined): value is DeskAction {
  return deskActions.some((action) => action === value);
}
