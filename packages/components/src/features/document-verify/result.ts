import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { letterNumber } from '../../controls/letter-number/index.js';
import { day } from '../../controls/moment/index.js';
import { heading } from '../../internal/heading.js';
import { alertIcon, clockIcon, infoIcon, offlineIcon } from '../../internal/icons.js';
import { checkIcon, closeIcon, shieldIcon } from '../../internal/more-icons.js';
import type { Translate } from '../../internal/words.js';
import type { VerifyKey } from '../../locales/verify/index.js';
import type { Checked, LetterFacts } from './check.js';

/** What the result speaks with. */
export interface VerifyView {
  readonly say: Translate<VerifyKey>;
  readonly locale: Locale;
  readonly level: number;
}

/** How the comparison of a PDF ended. */
export type FileVerdict = 'same' | 'different' | 'impossible';

const looks = {
  valid: { kind: 'success', icon: checkIcon, title: 'result_valid', note: 'result_valid_note' },
  offline: { kind: 'success', icon: shieldIcon, title: 'result_offline', note: 'result_valid_note' },
  expired: { kind: 'warning', icon: clockIcon, title: 'result_expired', note: 'result_expired_note' },
  revoked: { kind: 'danger', icon: closeIcon, title: 'result_revoked', note: 'result_revoked_note' },
  not_found: { kind: 'warning', icon: infoIcon, title: 'result_not_found', note: 'result_not_found_note' },
  forged: { kind: 'danger', icon: alertIcon, title: 'result_forged', note: 'result_forged_note' },
} as const;

/** The verdict in one plain sentence, then how it was reached and what to compare. */
export function result(view: VerifyView, checked: Checked, file: FileVerdict | undefined): TemplateResult | typeof nothing {
  if (checked.verdict === 'failed') return nothing;
  const { say } = view;
  const { kind, icon, title, note } = looks[checked.verdict];
  return html`<section class="result stack" part="result">
    <div class="verdict ${kind}">
      ${icon}
      <div>
        ${heading(view.level + 1, say(title), 'verdict')}
        <p .textContent=${say(note)}></p>
      </div>
    </div>
    ${signature(view, checked)} ${checked.facts ? facts(view, checked.facts) : nothing}
    ${checked.facts?.sha256 ? fileCheck(view, file) : nothing}
    <p class="no-print">${button('again', say('again'))}</p>
  </section>`;
}

function signature({ say }: VerifyView, { signature: checked, verdict }: Checked): unknown {
  const lines: unknown[] = [];
  if (checked !== undefined && verdict !== 'forged') lines.push(html`<p class="small">${shieldIcon} <span .textContent=${say(`signature_${checked}`)}></span></p>`);
  if (verdict === 'offline' || (verdict === 'expired' && checked === 'expired')) lines.push(html`<p class="small">${offlineIcon} <span .textContent=${say('offline_only')}></span></p>`);
  return lines;
}

function facts({ say, locale }: VerifyView, letter: LetterFacts): TemplateResult {
  const row = (key: VerifyKey, value: unknown): TemplateResult => html`<div><dt .textContent=${say(key)}></dt><dd translate="no">${value}</dd></div>`;
  const plain = (words: string): TemplateResult => html`<span .textContent=${words}></span>`;
  return html`<dl class="pairs">
      ${row('number', letterNumber(letter.number))} ${row('subject', plain(letter.subject))}
      ${row('holder', plain(letter.maskedName))} ${row('issued', day(letter.issuedOn, locale))}
      ${row('valid_until', letter.validUntil ? day(letter.validUntil, locale) : plain(say('no_end')))}
      ${letter.revokedOn ? row('revoked_on', day(letter.revokedOn, locale)) : nothing} ${row('signatory', plain(letter.signatory))}
      ${row('office', plain(letter.office))}
    </dl>
    <div class="card stack trust">
      <p class="small muted" .textContent=${say('trust')}></p>
      <p><strong .textContent=${say(`trust_${letter.trust}`)}></strong></p>
      <p .textContent=${say(`trust_${letter.trust}_note`)}></p>
    </div>`;
}

function fileCheck({ say, level }: VerifyView, file: FileVerdict | undefined): TemplateResult {
  const kind = file === 'same' ? 'success' : file === 'different' ? 'danger' : 'warning';
  return html`<div class="card stack no-print">
    ${heading(level + 2, say('file_title'))}
    <div class="field">
      <label class="label" for="file" .textContent=${say('file_label')}></label>
      <p class="hint" id="file-hint" .textContent=${say('file_intro')}></p>
      <input class="control" type="file" id="file" name="file" accept="application/pdf" aria-describedby="file-hint" />
    </div>
    ${file ? html`<div class="notice ${kind}">${file === 'same' ? checkIcon : alertIcon}<div><p .textContent=${say(`file_${file}`)}></p></div></div>` : nothing}
  </div>`;
}
