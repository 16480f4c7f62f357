import { html, nothing, type TemplateResult } from 'lit';
import type { TroubleKey } from '../../locales/trouble.js';
import { clockIcon, offlineIcon, refreshIcon } from '../../internal/icons.js';
import type { Trouble, TroubleKind } from '../../internal/trouble.js';
import type { Translate } from '../../internal/words.js';
import { button } from '../button/index.js';
import { notice, type NoticeKind } from './notice.js';

export interface TroubleOptions {
  readonly say: Translate<TroubleKey>;
  /** Words that fit the place better than the general ones, by kind. */
  readonly words?: Partial<Readonly<Record<TroubleKind, string>>>;
  /** The action of the "try again" button; no button without it. */
  readonly retry?: string;
  /** Whom to phone instead. */
  readonly phone?: string | undefined;
  readonly id?: string;
}

const icons: Partial<Readonly<Record<TroubleKind, TemplateResult>>> = { offline: offlineIcon, slow: clockIcon, locked: clockIcon };
const kinds: Partial<Readonly<Record<TroubleKind, NoticeKind>>> = { failed: 'danger', refused: 'danger', forbidden: 'danger' };

/** Says what went wrong and what to do next, kindly: the state in words, the time to come back, a way to try again. */
export function troubleNotice(trouble: Trouble, options: TroubleOptions): TemplateResult {
  const { say, words, retry, phone } = options;
  const icon = icons[trouble.kind];
  const again = trouble.kind === 'locked' && trouble.retryAt !== undefined ? say('locked_until', { time: clock(trouble.retryAt) }) : '';
  const retriable = retry !== undefined && ['offline', 'slow', 'failed'].includes(trouble.kind);
  return notice(kinds[trouble.kind] ?? 'warning', words?.[trouble.kind] ?? say(trouble.kind), {
    title: say(`${trouble.kind}_title`),
    ...(options.id && { id: options.id }),
    ...(icon && { icon }),
    body: html`${again ? html`<p .textContent=${again}></p>` : nothing}
    ${phone && trouble.kind !== 'offline' ? html`<p .textContent=${say('phone', { phone })}></p>` : nothing}
    ${trouble.requestId && trouble.kind === 'failed'
      ? html`<p class="small muted" .textContent=${say('request_id', { id: trouble.requestId })}></p>`
      : nothing}
    ${retriable ? html`<p>${button(retry, say('retry'), { icon: refreshIcon })}</p>` : nothing}`,
  });
}

/** The wall-clock time of Bali. */
function clock(at: number): string {
  return new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Makassar', hour: '2-digit', minute: '2-digit' }).format(at);
}
