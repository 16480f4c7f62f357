import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import { heading } from '../../internal/heading.js';
import { cameraIcon, lightIcon } from '../../internal/more-icons.js';
import { notice } from '../../internal/status.js';
import type { VerifyKey } from '../../locales/verify/index.js';
import type { VerifyView } from './result.js';
import type { Scanner } from './scanner.js';

/** What to say of the scanner as it is now. */
export function scanWords(scanner: Scanner | undefined): VerifyKey | undefined {
  if (!scanner) return undefined;
  if (scanner.state !== 'off') return `scan_${scanner.state}`;
  return scanner.trouble && `scan_${scanner.trouble}`;
}

/** The other ways to a letter's code, after the one by typing: the camera, or a photo or PDF. */
export function scanArea(view: VerifyView, scanner: Scanner | undefined): TemplateResult {
  const { say, level } = view;
  const state = scanner?.state;
  return html`<section class="scan stack no-print">
    ${heading(level + 1, say('scan_title'))}
    ${state === 'asking' || state === 'looking' ? camera(view, state, scanner?.light) : [trouble(view, scanner), html`<p>${button('scan', say('scan'), { icon: cameraIcon })}</p>`, photo(view, scanner)]}
  </section>`;
}

function camera({ say }: VerifyView, state: 'asking' | 'looking', light: boolean | undefined): TemplateResult {
  return html`<p .textContent=${say(`scan_${state}`)}></p>
    ${state === 'looking' ? html`<div class="camera"><video muted playsinline aria-hidden="true"></video></div>` : nothing}
    <p class="row">
      ${button('scan-stop', say('scan_stop'))}
      ${light === undefined ? nothing : button('scan-light', say('scan_light'), { icon: lightIcon, pressed: light })}
    </p>
    <p class="small muted" .textContent=${say('scan_kept')}></p>`;
}

function trouble({ say }: VerifyView, scanner: Scanner | undefined): unknown {
  const found = scanner?.trouble;
  if (!found) return nothing;
  const apart = found === 'framed' ? html`<p><a href=${location.href} target="_blank" rel="noopener" .textContent=${say('scan_apart')}></a></p>` : nothing;
  return notice(say(`scan_${found}`), found === 'left' ? 'info' : 'warning', apart);
}

function photo({ say }: VerifyView, scanner: Scanner | undefined): TemplateResult {
  return html`<div class="field">
    <label class="label" for="sewaka-letter" .textContent=${say('photo_label')}></label>
    <p class="hint" id="sewaka-letter-hint" .textContent=${say('photo_hint')}></p>
    <input class="control" type="file" id="sewaka-letter" name="letter" accept="image/*,application/pdf" aria-describedby="sewaka-letter-hint" />
    ${scanner?.state === 'reading' ? html`<p class="hint" .textContent=${say('scan_reading')}></p>` : nothing}
  </div>`;
}
