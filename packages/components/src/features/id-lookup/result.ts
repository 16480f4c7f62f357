import { html, nothing, type TemplateResult } from 'lit';
import { witaDate, type Locale } from '@e-sewaka/contract';
import { letterNumber } from '../../controls/letter-number/index.js';
import { alertIcon, infoIcon } from '../../internal/icons.js';
import { checkIcon, warningIcon } from '../../internal/more-icons.js';
import { formatDate } from '../../internal/dates.js';
import { notice } from '../../internal/status.js';
import type { Translate } from '../../internal/words.js';
import type { LookupKey } from '../../locales/lookup/index.js';
import type { Explained } from './explain.js';
import type { Row } from './rows.js';

/** What the explanation speaks with. */
export interface LookupView {
  readonly say: Translate<LookupKey>;
  readonly locale: Locale;
  readonly level: number;
}

const looks = {
  incomplete: { kind: 'info', icon: infoIcon },
  impossible: { kind: 'danger', icon: alertIcon },
  plausible: { kind: 'success', icon: checkIcon },
} as const;

/** The explanation in words: whether the format fits, what it says, and apart from errors what is merely odd. */
export function explanation(view: LookupView, explained: Explained): TemplateResult | typeof nothing {
  const { say } = view;
  if (explained.state === 'empty') return notice(say('error_empty'));
  const { kind, icon } = looks[explained.state];
  return html`<section class="stack" part="result">
    <div class="notice ${kind}">
      ${icon}
      <div>
        <p><strong .textContent=${say(explained.state)}></strong></p>
        ${explained.errors.map((code) => html`<p .textContent=${say(`error_${code}`, { digits: explained.digits })}></p>`)}
        ${explained.state === 'plausible' ? html`<p class="small" .textContent=${say('plausible_note')}></p>` : nothing}
      </div>
    </div>
    ${explained.warnings.length > 0
      ? html`<div class="notice warning">
          ${warningIcon}
          <div>
            <p><strong .textContent=${say('warnings')}></strong></p>
            ${explained.warnings.map((code) => html`<p .textContent=${say(`warning_${code}`)}></p>`)}
          </div>
        </div>`
      : nothing}
    ${explained.state === 'plausible' ? rows(view, explained) : nothing}
  </section>`;
}

function rows(view: LookupView, { formatted, rows: said }: Explained): TemplateResult {
  return html`<dl class="pairs">
    <div><dt .textContent=${view.say('row_number')}></dt><dd>${letterNumber(formatted)}</dd></div>
    ${said.map((row) => html`<div><dt .textContent=${view.say(row.key)}></dt><dd .textContent=${valueOf(view, row)}></dd></div>`)}
  </dl>`;
}

function valueOf({ say, locale }: LookupView, { value, word, dates }: Row): string {
  if (dates) return past(dates).map((date) => formatDate(date, locale)).join(` ${say('or')} `);
  const words = word === undefined ? '' : say(word);
  if (value === undefined) return words;
  return words ? `${words} (${value})` : value;
}

/** The explanation in one sentence, for people who hear the page. */
export function spoken({ say }: LookupView, explained: Explained): string {
  return [say(explained.state === 'empty' ? 'error_empty' : explained.state), ...explained.errors.map((code) => say(`error_${code}`, { digits: explained.digits })), ...explained.warnings.map((code) => say(`warning_${code}`))].join('. ');
}

/** The century is not written; a day yet to come is no birth or issue date, unless there is no other. */
function past(dates: readonly string[]): readonly string[] {
  const today = witaDate(new Date());
  const before = dates.filter((date) => date <= today);
  return before.length > 0 ? before : dates;
}
