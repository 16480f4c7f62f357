import { html, nothing, type TemplateResult } from 'lit';
import { checkPin, parseTrackingCode, type AnswerProblem, type Field, type Text } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { errorSummary } from '../../controls/error-summary/index.js';
import { frame } from '../../fields/frame.js';
import { painted } from '../../fields/painted.js';
import { el } from '../../fields/piece.js';
import { renderField, type FieldContext } from '../../fields/index.js';
import type { FactorKind } from '../../internal/client.js';
import type { Factor } from '../../internal/client-resident.js';
import { heading } from '../../internal/heading.js';
import type { FormWords, SmallForm } from '../../internal/small-form.js';
import { asText } from '../../internal/typed.js';
import { failureText, type Failure } from '../../internal/failure.js';
import { notice } from '../../internal/status.js';
import { codeInFragment } from './fragment.js';
import { clock, type View } from './view.js';

/** What the opening form shows. */
export interface Ask {
  readonly form: SmallForm;
  readonly words: FormWords;
  readonly kind: FactorKind;
  readonly busy: boolean;
  /** The page says already what this is. */
  readonly untitled: boolean;
  /** Why it has to be filled in (again). */
  readonly notice: unknown;
}

/** What the tracker knows while it is closed. */
export interface AskState {
  readonly busy: boolean;
  readonly slow: boolean;
  /** The session ended by itself. */
  readonly ended: boolean;
  /** A correction waits for the session to be opened again. */
  readonly held: boolean;
  readonly failure: Failure | undefined;
  readonly lockedUntil: number;
}

/** Why the form has to be filled in again, or how opening goes. */
export function askNotice({ say, common }: View, { busy, slow, ended, held, failure, lockedUntil }: AskState): unknown {
  if (busy) return slow ? notice(say('still_opening')) : nothing;
  const focusable = (template: unknown): unknown => html`<div tabindex="-1" data-notice role="alert">${template}</div>`;
  if (ended) return held ? focusable(notice(say('ended_typing'))) : notice(say('ended'));
  if (!failure) return nothing;
  const typed = held ? html`<p class="small" .textContent=${say('still_typed')}></p>` : nothing;
  if (failure.status === 404) return focusable(notice(say('not_found'), 'warning', html`<p class="small" .textContent=${say('not_found_help')}></p>${typed}`));
  if (failure.status === 429) return focusable(notice(say('locked'), 'warning', html`<p><strong .textContent=${say('locked_until', { time: clock(lockedUntil) })}></strong></p>${typed}`));
  const { key, params } = failureText(failure);
  return focusable(notice(common(key, params), 'danger', typed));
}

const same = (words: string): Text => ({ id: words, en: words, ban: words });

/** The fields of the opening form for the chosen proof. */
export function askFields({ say }: View, kind: FactorKind): readonly Field[] {
  const code: Field = { type: 'text', name: 'code', label: same(say('code_label')), hint: same(say('code_hint')), maxLength: 500, autocomplete: 'off' };
  const proof: Field = {
    type: 'radios',
    name: 'kind',
    label: same(say('kind_label')),
    options: [
      { value: 'phone', label: same(say('kind_phone')) },
      { value: 'born_on', label: same(say('kind_born_on')) },
      { value: 'pin', label: same(say('kind_pin')) },
    ],
  };
  return [code, proof, factorField(say, kind)];
}

function factorField(say: View['say'], kind: FactorKind): Field {
  switch (kind) {
    case 'phone':
      return { type: 'phone', name: 'phone', label: same(say('phone_label')) };
    case 'born_on':
      return { type: 'date', name: 'bornOn', label: same(say('born_on_label')), autocomplete: 'bday', max: 0 };
    case 'pin':
      return { type: 'text', name: 'pin', label: same(say('pin_label')), hint: same(say('pin_hint')), maxLength: 20, autocomplete: 'off' };
  }
}

/** Code and second factor as filled in; undefined when something is wrong, which the form then shows. */
export function readAsk(form: SmallForm, element: HTMLFormElement, fields: readonly Field[], kind: FactorKind): { code: string; factor: Factor } | undefined {
  const answers = form.read(element, fields);
  if (!answers) return undefined;
  // The whole link is pasted as often as the code in it.
  const pasted = asText(answers['code']);
  const code = parseTrackingCode(codeInFragment(pasted.slice(pasted.indexOf('#'))) ?? pasted);
  const value = asText(answers[kind === 'born_on' ? 'bornOn' : kind]).replace(/\s/gu, kind === 'pin' ? '' : ' ');
  const problems: AnswerProblem[] = [];
  if (code === undefined) problems.push({ pointer: '/code', code: 'wrong_format' });
  if (kind === 'pin' && checkPin(value) === 'not_six_digits') problems.push({ pointer: '/pin', code: 'wrong_format' });
  form.refuse(problems);
  return code === undefined || problems.length > 0 ? undefined : { code, factor: { kind, value } };
}

/** The way in: code, then one proof of the resident's own choice. */
export function askForm(view: View, { form, words, kind, busy, notice, untitled }: Ask): TemplateResult {
  const { say } = view;
  const fields = askFields(view, kind);
  const context = form.context(fields, words);
  return html`<form class="stack-wide" data-form="ask" novalidate aria-busy=${busy ? 'true' : 'false'}>
    ${untitled
      ? nothing
      : html`<header class="stack">
          ${heading(view.level, say('title'), undefined, 'title')}
          <p class="muted" .textContent=${say('intro')}></p>
        </header>`}
    ${errorSummary(form.mistakes(fields, words), form.uid, untitled ? view.level : view.level + 1, words.common)} ${notice}
    <div class="fields">${fields.map((field) => (field.name === 'code' || field.name === 'pin' ? plain(field, context) : renderField(field, context)))}</div>
    <div class="row">
      ${button('open', busy ? say('opening') : say('open'), { look: 'primary', type: 'submit', busy })}
    </div>
  </form>`;
}

/** A code or PIN: as typed, nothing corrected or remembered by the browser. */
function plain(field: Field, context: FieldContext): ReturnType<typeof painted> {
  const hint = field.hint?.[context.locale] ?? field.hint?.id;
  const pin = field.name === 'pin';
  const typed = context.raw(field.name);
  return painted(
    frame(context, field, hint, ({ id, describedBy, invalid }) => [
      el('input', {
        class: pin ? 'control code w-6' : 'control code',
        id,
        name: field.name,
        type: 'text',
        inputmode: pin ? 'numeric' : 'text',
        autocomplete: 'off',
        autocapitalize: pin ? 'none' : 'characters',
        spellcheck: 'false',
        translate: 'no',
        'aria-describedby': describedBy,
        'aria-invalid': invalid,
        value: typeof typed === 'string' ? typed : '',
      }),
    ]),
  );
}
