import { html, nothing, type TemplateResult } from 'lit';
import { needsNote } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { letterNumber } from '../../controls/letter-number/index.js';
import { errorSummary } from '../../controls/error-summary/index.js';
import type { DeskApplication } from '../../internal/client-desk.js';
import { heading } from '../../internal/heading.js';
import { alertIcon, backIcon } from '../../internal/icons.js';
import type { DeskKey } from '../../locales/desk/index.js';
import type { Mistake } from '../../internal/small-form.js';
import { notice } from '../../internal/status.js';
import { noteLabel, noteName, targets } from './decision.js';
import { kadusNotice } from './kadus-view.js';
import { deskActions, isDeskAction, isKadusAction, type DeskAction, type DeskView } from './view.js';

export interface ActState {
  readonly opened: DeskApplication;
  readonly acting: DeskAction | undefined;
  readonly busy: boolean;
  readonly mistakes: readonly Mistake[];
  /** Pointers that are ticked for correction. */
  readonly ticked: ReadonlySet<string>;
  readonly number: { readonly number: string; readonly assigned: boolean } | undefined;
  /** Somebody else was faster; `lost` is a note that has no place to go any more. */
  readonly changed: { readonly lost: string } | undefined;
  readonly failure: unknown;
  /** Name of whoever decides. */
  readonly officer: string | undefined;
}

/** Prefix of the ids in the form of an action. */
export const actUid = 'sewaka-act-';

/** The right zone: take it on, decide, each decision asked twice. */
export function actionsZone(view: DeskView, state: ActState): TemplateResult {
  const { say } = view;
  return html`<section class="zone actions no-print" data-zone-name="actions" aria-labelledby="actions">
    <p class="only-phone">${button('to-case', say('to_answers'), { look: 'link', icon: backIcon })}</p>
    <div class="stack">
      ${heading(view.level + 1, say('actions'), 'actions')} ${state.changed ? changedNotice(view, state) : nothing} ${state.failure}
      ${state.acting === undefined || state.acting === 'approve' ? kadusNotice(view, state.opened) : nothing} ${state.acting ? decisionForm(view, state, state.acting) : choices(view, state)}
    </div>
  </section>`;
}

function changedNotice({ say }: DeskView, { changed, acting }: ActState): unknown {
  const lost = changed?.lost ?? '';
  const words = say(acting || !lost ? 'changed' : 'changed_gone');
  return html`<div tabindex="-1" data-changed>${notice(words, 'warning', !acting && lost ? html`<blockquote class="lost" .textContent=${lost}></blockquote>` : '')}</div>`;
}

const looks: Readonly<Record<DeskAction, 'primary' | 'secondary' | 'link'>> = {
  vouch: 'primary',
  withhold: 'secondary',
  approve: 'primary',
  sign: 'primary',
  hand_over: 'primary',
  request_correction: 'secondary',
  return_to_review: 'secondary',
  reject: 'link',
};

function choices(view: DeskView, { opened, busy }: ActState): TemplateResult {
  const { say } = view;
  const { claim } = opened;
  const other = claim !== null && !claim.mine;
  const allowed = deskActions.filter((action) => opened.allowedActions.includes(action));
  const claimable = allowed.some((action) => !isKadusAction(action));
  return html`${other && claimable ? notice(say('claimed_other', { name: claim.name })) : nothing}
    ${claimable && claim === null ? html`<p class="small muted" .textContent=${say('claimed_first')}></p>` : nothing}
    <div class="choices">
      ${claim === null && claimable ? button('claim', say('claim'), { busy }) : nothing} ${claim?.mine ? button('release', say('release'), { look: 'link', busy }) : nothing}
      ${allowed.filter((action) => !other || isKadusAction(action)).map((action) => button('act', say(`act_${action}`), { look: looks[action], value: action }))}
    </div>
    ${allowed.length === 0 ? html`<p class="muted" .textContent=${waiting(view, opened)}></p>` : nothing}`;
}

function waiting({ say, status }: DeskView, { application, needsPost }: DeskApplication): string {
  if (application.status === 'incomplete') return say('needs_applicant');
  return needsPost ? say('needs_post', { post: status(`post_${needsPost}`) }) : say('no_actions');
}

function decisionForm(view: DeskView, state: ActState, action: DeskAction): TemplateResult {
  const { say, common, level } = view;
  return html`<form class="decision stack" data-form="decision" novalidate aria-busy=${state.busy ? 'true' : 'false'}>
    ${heading(level + 2, say(`sure_${action}`), 'sure')}
    <p .textContent=${about(view, state.opened, action)}></p>
    ${facts(view, state, action)} ${errorSummary(state.mistakes, actUid, level + 3, common)} ${numberPreview(view, state, action)}
    ${action === 'request_correction' ? flags(view, state) : nothing} ${noteField(view, state, action)}
    <div class="choices">
      ${button('decide', say(`yes_${action}`), { look: action === 'reject' ? 'danger' : 'primary', type: 'submit', busy: state.busy })}
      ${button('cancel', common('cancel'), { look: 'link' })}
    </div>
  </form>`;
}

/** What cannot be undone is said exactly: which letter, for whom, by whom. */
function facts({ say, text }: DeskView, { opened, officer, number }: ActState, action: DeskAction): unknown {
  if (action !== 'sign' && action !== 'hand_over') return nothing;
  const { application, service } = opened;
  const holder = application.answers[service.applicant.name];
  const assigned = application.letter?.number ?? (number?.assigned ? number.number : undefined);
  const row = (words: DeskKey, value: unknown): unknown => (value ? html`<div><dt .textContent=${say(words)}></dt><dd translate="no">${value}</dd></div>` : nothing);
  return html`<dl class="basics deed">
    ${row('fact_letter', html`<span .textContent=${text(service.title)}></span>`)} ${row('letter_number', action === 'hand_over' && assigned ? letterNumber(assigned) : undefined)}
    ${row('fact_for', typeof holder === 'string' ? html`<span .textContent=${holder}></span>` : undefined)} ${row('fact_by', officer ? html`<span .textContent=${officer}></span>` : undefined)}
  </dl>`;
}

/** What the action does, said before it is done. */
function about({ say }: DeskView, { service, vouching }: DeskApplication, action: DeskAction): string {
  if ((action === 'approve' || action === 'sign') && service.letter === undefined) return say(`about_${action}_no_letter`);
  if (action === 'approve' && needsNote(action, vouching?.state)) return `${say('about_approve_without')} ${say('about_approve')}`;
  if (action === 'sign') return say(service.delivery === 'download' ? 'about_sign_download' : 'about_sign');
  return say(`about_${action}`, { banjar: vouching?.banjar ?? '' });
}

function numberPreview({ say }: DeskView, { number }: ActState, action: DeskAction): unknown {
  if (!number || (action !== 'approve' && action !== 'sign')) return nothing;
  return html`<p class="number">
    <span class="small muted" .textContent=${say(number.assigned ? 'number_assigned' : 'number_next')}></span><br /><strong>${letterNumber(number.number)}</strong>
  </p>`;
}

function noteField({ say, common }: DeskView, { mistakes, opened }: ActState, action: DeskAction): unknown {
  const wrong = mistakes.find(({ control }) => control === 'note');
  const label = noteLabel(action, opened);
  if (label === undefined) return nothing;
  const hidden = label === 'why_without' || label === 'withhold_note';
  const describedBy = [hidden ? `${actUid}note-hint` : '', wrong ? `${actUid}note-error` : ''].filter(Boolean).join(' ');
  return html`<div class="field ${wrong ? 'wrong' : ''}">
    <label class="label" for="${actUid}note"
      ><span .textContent=${say(label)}></span> ${needsNote(action, opened.vouching?.state) ? nothing : html`<span class="optional" .textContent=${common('optional')}></span>`}</label
    >
    ${hidden ? html`<p class="hint" id="${actUid}note-hint" .textContent=${say('officers_only')}></p>` : nothing}
    ${wrong ? errorWords(common('error_prefix'), wrong.words, `${actUid}note-error`) : nothing}
    <textarea
      class="control"
      id="${actUid}note"
      name="note"
      rows="4"
      maxlength="2000"
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${describedBy || nothing}
    ></textarea>
  </div>`;
}

function errorWords(prefix: string, words: string, id: string): TemplateResult {
  return html`<p class="error" id=${id}>${alertIcon}<span><span class="visually-hidden" .textContent=${`${prefix} `}></span><span .textContent=${words}></span></span></p>`;
}

function flags(view: DeskView, { opened, ticked, mistakes }: ActState): TemplateResult {
  const { say, text, common } = view;
  return html`<fieldset class="field flags">
    <legend class="legend" .textContent=${say('which')}></legend>
    ${targets(opened).map(({ pointer, label }) => {
      const name = noteName(pointer);
      const wrong = mistakes.find(({ control }) => control === name);
      const on = ticked.has(pointer);
      return html`<div class="flag-row">
        <label class="flag-label"
          ><input type="checkbox" name="flag" id="${actUid}flag-${name}" value=${pointer} ?checked=${on} /> <span .textContent=${text(label)}></span
        ></label>
        ${on
          ? html`<label class="visually-hidden" for="${actUid}${name}" .textContent=${say('field_note', { label: text(label) })}></label>
              ${wrong ? errorWords(common('error_prefix'), wrong.words, `${actUid}${name}-error`) : nothing}
              <input
                class="control"
                id="${actUid}${name}"
                name=${name}
                maxlength="500"
                aria-invalid=${wrong ? 'true' : nothing}
                aria-describedby=${wrong ? `${actUid}${name}-error` : nothing}
              />`
          : nothing}
      </div>`;
    })}
  </fieldset>`;
}

/** The keys of the actions, shown in the help and heard by the desk. */
export const actionKeys: Readonly<Record<string, DeskAction>> = { v: 'vouch', w: 'withhold', a: 'approve', s: 'sign', h: 'hand_over', m: 'request_correction', t: 'return_to_review', r: 'reject' };

/** The action a key stands for, where it is allowed now. */
export function actionOf(key: string, opened: DeskApplication): DeskAction | undefined {
  const action = actionKeys[key];
  return isDeskAction(action) && opened.allowedActions.includes(action) && (opened.claim === null || opened.claim.mine || isKadusAction(action)) ? action : undefined;
}
