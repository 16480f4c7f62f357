import { html, type TemplateResult } from 'lit';
import type { Status } from '@e-sewaka/contract';
import { alertIcon, clockIcon, editIcon, fileIcon, infoIcon } from '../../internal/icons.js';
import { checkIcon, closeIcon } from '../../internal/more-icons.js';

type Tone = 'info' | 'success' | 'warning' | 'danger' | 'quiet';

const looks: Readonly<Record<Status, { readonly tone: Tone; readonly icon: TemplateResult }>> = {
  incomplete: { tone: 'warning', icon: alertIcon },
  in_review: { tone: 'info', icon: clockIcon },
  awaiting_signature: { tone: 'info', icon: editIcon },
  ready_for_pickup: { tone: 'success', icon: fileIcon },
  picked_up: { tone: 'quiet', icon: checkIcon },
  cancelled: { tone: 'quiet', icon: closeIcon },
  rejected: { tone: 'danger', icon: closeIcon },
  completed: { tone: 'success', icon: checkIcon },
  expired: { tone: 'quiet', icon: infoIcon },
};

/** A status as icon and word on a tint: never told by colour alone. */
export function statusBadge(status: Status, words: string): TemplateResult {
  const { tone, icon } = looks[status];
  return html`<span class="badge ${tone}" part="badge">${icon}<span .textContent=${words}></span></span>`;
}
