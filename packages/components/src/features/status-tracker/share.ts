import { html, nothing, type TemplateResult } from 'lit';
import { formatTrackingCode } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { qr } from '../../controls/qr/index.js';
import { heading } from '../../internal/heading.js';
import { copyIcon, phoneIcon, shareIcon } from '../../internal/more-icons.js';
import type { View } from './view.js';

/** The address of this very page with the code behind `#`, which no server and no log ever sees. */
export function linkTo(page: string, code: string): string {
  const url = new URL(page);
  url.hash = `code=${formatTrackingCode(code)}`;
  return url.href;
}

/** Ways to keep or pass on the link; the code alone opens nothing. */
export function share(view: View, code: string, service: string, open: boolean): TemplateResult {
  const { say } = view;
  const url = linkTo(location.href, code);
  const words = say('share_text', { service, url });
  return html`<section class="share stack no-print">
    ${button('share-panel', say('share_show'), { look: 'link', icon: shareIcon, expanded: open })}
    ${open
      ? html`<div class="card stack">
          ${heading(view.level + 1, say('share_title'))}
          <p class="small" .textContent=${say('share_intro')}></p>
          <p><span class="small muted" .textContent=${say('code_label')}></span><br /><strong class="code tracking-code" translate="no" .textContent=${formatTrackingCode(code)}></strong></p>
          <div class="row">
            ${'share' in navigator ? button('share', say('share'), { icon: shareIcon, value: url }) : nothing}
            ${button('copy', say('share_copy'), { icon: copyIcon, value: url })}
            <a class="button secondary" target="_blank" rel="noopener noreferrer" href="https://wa.me/?text=${encodeURIComponent(words)}"
              >${phoneIcon}<span .textContent=${say('share_whatsapp')}></span
            ></a>
          </div>
          ${qr(url, say('share_qr'))}
        </div>`
      : nothing}
  </section>`;
}
