import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../controls/button/index.js';
import { instant } from '../../controls/moment/index.js';
import { timeline, type TimelineItem } from '../../controls/timeline/index.js';
import type { ApplicationEvent, Tracking } from '../../internal/client-resident.js';
import { heading } from '../../internal/heading.js';
import { downIcon } from '../../internal/more-icons.js';
import type { StatusKey } from '../../locales/status/index.js';
import type { View } from './view.js';

const stopped: readonly Tracking['status'][] = ['cancelled', 'rejected', 'expired'];

/** The steps of the application as a line. */
export function way(view: View, tracking: Tracking): TemplateResult {
  const { say, text, locale } = view;
  const items = tracking.steps.map((step): TimelineItem => {
    const state = step.state === 'current' && stopped.includes(tracking.status) ? 'stopped' : step.state;
    return {
      id: step.id,
      title: text(step.title),
      state,
      stateWords: say(`step_${state}`),
      when: step.at === undefined ? undefined : instant(step.at, locale),
    };
  });
  return html`<section class="stack" aria-labelledby="way">
    ${heading(view.level + 1, say('steps'), 'way')} ${timeline(items, say('steps'))}
  </section>`;
}

/** Everything that happened, newest first, behind a real button. */
export function history(view: View, events: readonly ApplicationEvent[], open: boolean): TemplateResult {
  const { say } = view;
  return html`<section class="history stack">
    ${button('history', open ? say('history_hide') : say('history_show', { count: events.length }), { look: 'link', icon: downIcon, expanded: open })}
    ${open ? html`<ol class="events" aria-label=${say('history')}>${[...events].reverse().map((event) => eventItem(view, event))}</ol>` : nothing}
  </section>`;
}

const known: readonly string[] = ['submit', 'request_correction', 'correct', 'withdraw', 'approve', 'return_to_review', 'sign', 'hand_over', 'reject', 'expire', 'vouch'];

function isEventKey(key: string): key is Extract<StatusKey, `event_${string}`> {
  return known.includes(key.replace(/^event_/, ''));
}

/** The words for what happened. */
export function eventWords({ status }: Pick<View, 'status'>, event: ApplicationEvent): string {
  const key = `event_${event.action}`;
  if (isEventKey(key)) return status(key);
  return event.to ? status(`status_${event.to}`) : event.action;
}

function eventItem(view: View, event: ApplicationEvent): TemplateResult {
  return html`<li>
    <p><strong .textContent=${eventWords(view, event)}></strong></p>
    <p class="small muted">${instant(event.at, view.locale)}<span aria-hidden="true">&nbsp;· </span><span .textContent=${view.status(`role_${event.actorRole}`)}></span></p>
    ${event.note ? html`<p .textContent=${event.note}></p>` : nothing}
  </li>`;
}
