import { css, html, type TemplateResult } from 'lit';
import type { DeskKey } from '../../locales/desk/index.js';
import { button } from '../../controls/button/index.js';
import { heading } from '../../internal/heading.js';
import { actionKeys } from './actions-view.js';
import { remembered } from './shortcuts.js';
import type { DeskView } from './view.js';

const general: readonly (readonly [string, DeskKey])[] = [
  ['j', 'key_next'],
  ['k', 'key_previous'],
  ['Enter', 'key_open'],
  ['/', 'key_search'],
  ['c', 'key_claim'],
];
const last: readonly (readonly [string, DeskKey])[] = [
  ['p', 'key_print'],
  ['Esc', 'key_escape'],
  ['?', 'key_help'],
];

/** The help: every key with what it does, and the switch. */
export function shortcutHelp({ say, common, level }: DeskView, on: boolean): TemplateResult {
  const acts = Object.entries(actionKeys).map(([key, action]) => [key, `act_${action}`] as const);
  return html`<dialog class="help card" aria-labelledby="shortcuts">
    <div class="stack">
      ${heading(level + 1, say('shortcuts'), 'shortcuts')}
      <dl class="keys">${[...general, ...acts, ...last].map(([key, words]) => html`<div><dt><kbd .textContent=${key}></kbd></dt><dd .textContent=${say(words)}></dd></div>`)}</dl>
      <p class="small muted" .textContent=${say('shortcuts_about')}></p>
      <label class="choice"><input type="checkbox" name="shortcuts" ?checked=${on} /> <span .textContent=${say('shortcuts_on')}></span></label>
      <p>${button('help-close', common('close'))}</p>
    </div>
  </dialog>`;
}

/** Remembers the choice; a browser that keeps nothing keeps it for this visit. */
export function rememberShortcuts(on: boolean): void {
  try {
    localStorage.setItem(remembered, on ? 'on' : 'off');
  } catch {
    // Without storage the desk itself still knows.
  }
}

/** What only the help needs. */
export const helpStyles = css`
  .keys > div {
    display: grid;
    grid-template-columns: 4.5rem 1fr;
    padding-block: var(--_s1);
  }
  .keys dd {
    margin: 0;
  }
  kbd {
    padding: 1px var(--_s2);
    border: 1px solid var(--_border-color);
    border-radius: 4px;
    font-family: var(--_code-font);
    font-size: var(--_small);
  }
`;
