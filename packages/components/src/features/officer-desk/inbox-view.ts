import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { statuses, type Text } from '@e-sewaka/contract';
import { button } from '../../controls/button/index.js';
import { instant } from '../../controls/moment/index.js';
import { statusBadge } from '../../controls/status-badge/index.js';
import type { DeskItem } from '../../internal/client-desk.js';
import { heading } from '../../internal/heading.js';
import { formatDate } from '../../internal/dates.js';
import { groupOf, isFiltered, type Filters, type Inbox } from './inbox.js';
import { dues, type DeskView } from './view.js';

/** What the list shows. */
export interface InboxState {
  readonly inbox: Inbox;
  readonly filters: Filters;
  readonly services: ReadonlyMap<string, Text>;
  readonly selected: string | undefined;
  readonly busy: boolean;
}

/** The left zone: counts that filter, search, and the list by urgency. */
export function inboxZone(view: DeskView, state: InboxState): TemplateResult {
  return html`<section class="zone inbox" data-zone-name="list" aria-labelledby="inbox" aria-busy=${state.busy ? 'true' : 'false'}>
    ${heading(view.level + 1, view.say('inbox'), 'inbox')} ${counts(view, state)} ${filterForm(view, state)} ${list(view, state)}
  </section>`;
}

function counts({ say }: DeskView, { inbox: { summary }, filters }: InboxState): TemplateResult {
  const chip = (value: string, words: string, count: number, pressed: boolean): TemplateResult => html`<button
    type="button"
    class="chip ${value === 'overdue' && count > 0 ? 'late' : ''}"
    data-action="count"
    data-value=${value}
    aria-pressed=${pressed ? 'true' : 'false'}
  >
    <strong class="numeric" .textContent=${String(count)}></strong> <span .textContent=${words}></span>
  </button>`;
  return html`<div class="chips" role="group" aria-labelledby="inbox">
    ${dues.map((due) => chip(due, say(`due_${due}`), summary.byDue[due] ?? 0, filters.due === due))} ${chip('mine', say('mine'), summary.mine, filters.mine === true)}
  </div>`;
}

function filterForm({ say, status, text }: DeskView, { inbox: { summary }, filters, services }: InboxState): TemplateResult {
  return html`<form class="filters" data-form="filters" role="search" autocomplete="off">
    <div class="field wide">
      <label class="label" for="query" .textContent=${say('search')}></label>
      <p class="hint small" id="query-hint" .textContent=${say('search_hint')}></p>
      <input class="control" id="query" name="query" type="search" maxlength="80" aria-describedby="query-hint" />
    </div>
    <div class="field">
      <label class="label" for="status" .textContent=${say('status')}></label>
      <select class="control" id="status" name="status">
        <option value="" ?selected=${!filters.status} .textContent=${say('any_status')}></option>
        ${statuses.map(
          (one) => html`<option value=${one} ?selected=${filters.status === one} .textContent=${`${status(`status_${one}`)} (${summary.byStatus[one] ?? 0})`}></option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label class="label" for="service" .textContent=${say('service')}></label>
      <select class="control" id="service" name="service">
        <option value="" ?selected=${!filters.serviceId} .textContent=${say('any_service')}></option>
        ${[...services].map(([id, title]) => html`<option value=${id} ?selected=${filters.serviceId === id} .textContent=${text(title)}></option>`)}
      </select>
    </div>
  </form>`;
}

function list(view: DeskView, state: InboxState): TemplateResult {
  const { say } = view;
  const { items, nextCursor } = state.inbox;
  if (items.length === 0)
    return html`<div class="empty stack">
      <p class="muted" .textContent=${say(isFiltered(state.filters) ? 'empty_filtered' : 'empty')}></p>
      ${isFiltered(state.filters) ? html`<p>${button('clear', say('clear_filters'), { look: 'link' })}</p>` : nothing}
    </div>`;
  const groups = [...dues, 'closed' as const].map((due) => ({ due, members: items.filter((item) => groupOf(item) === due) })).filter(({ members }) => members.length > 0);
  return html`<div class="groups">
    ${groups.map(
      ({ due, members }) => html`<section aria-labelledby="due-${due}">
        ${heading(view.level + 2, `${say(`due_${due}`)} (${members.length})`, `due-${due}`, `due-title ${due}`)}
        <ul class="items">
          ${repeat(
            members,
            (item) => item.id,
            (item) => row(view, item, item.id === state.selected),
          )}
        </ul>
      </section>`,
    )}
    ${nextCursor === null ? nothing : html`<p>${button('more', say('more'), { busy: state.busy })}</p>`}
  </div>`;
}

function row({ say, status, text, locale }: DeskView, item: DeskItem, selected: boolean): TemplateResult {
  const { claimedBy } = item;
  return html`<li>
    <button type="button" class="item" data-action="select" data-value=${item.id} aria-current=${selected ? 'true' : nothing}>
      <strong .textContent=${text(item.serviceTitle)}></strong>
      <span translate="no" .textContent=${[item.maskedName, item.banjar].filter(Boolean).join(' · ')}></span>
      <span class="small muted">${say('submitted')} ${instant(item.submittedAt, locale)}</span>
      <span class="item-facts small">
        ${statusBadge(item.status, status(`status_${item.status}`))}
        ${item.dueOn ? html`<span class="muted" .textContent=${say('due_on', { date: formatDate(item.dueOn, locale) })}></span>` : nothing}
        ${claimedBy
          ? html`<span class="claimed" .textContent=${claimedBy.mine ? say('claimed_by_me') : say('claimed_by', { name: claimedBy.name })}></span>`
          : nothing}
      </span>
    </button>
  </li>`;
}
