import { html, nothing } from 'lit';
import { instant } from '../../controls/moment/index.js';
import type { DeskApplication, Vouching } from '../../internal/client-desk.js';
import type { ApplicationEvent } from '../../internal/client-resident.js';
import { notice } from '../../internal/status.js';
import type { DeskView } from './view.js';

/** What the Kadus of the applicant's banjar has said, or that he is still to say it; nothing where he is not asked. */
export function kadusNotice(view: DeskView, { vouching, events }: DeskApplication): unknown {
  if (vouching === undefined) return nothing;
  const { say } = view;
  switch (vouching.state) {
    case 'awaited':
      return notice(awaited(view, vouching), 'info', html`<p class="small" .textContent=${say('kadus_without')}></p>`);
    case 'vouched':
      return notice(say('kadus_vouched'), 'success', words(view, last(events, 'vouch')));
    case 'withheld':
      return notice(say('kadus_withheld'), 'warning', html`${words(view, last(events, 'withhold'))}<p class="small" .textContent=${say('kadus_answer')}></p>`);
    case 'waived':
      return notice(say('kadus_waived'), 'info', words(view, last(events, 'waive_vouch')));
  }
}

function awaited({ say }: DeskView, { banjar, kadus }: Vouching): string {
  if (banjar === undefined) return say('kadus_no_banjar');
  return kadus === undefined ? say('kadus_unknown', { banjar }) : say('kadus_awaited', { banjar, name: kadus });
}

function last(events: readonly ApplicationEvent[], action: string): ApplicationEvent | undefined {
  return events.filter((event) => event.action === action).at(-1);
}

/** Who said it and when, and what in his own words. */
function words({ locale }: DeskView, event: ApplicationEvent | undefined): unknown {
  if (event === undefined) return nothing;
  return html`<p class="small">
      ${event.actorName ? html`<span translate="no" .textContent=${event.actorName}></span><span aria-hidden="true">&nbsp;·&nbsp;</span>` : nothing}${instant(event.at, locale)}
    </p>
    ${event.note ? html`<blockquote class="lost" .textContent=${event.note}></blockquote>` : nothing}`;
}
