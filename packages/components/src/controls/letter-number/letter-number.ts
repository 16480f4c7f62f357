import { html, type TemplateResult } from 'lit';

/** A letter's number; where a line is too short for it, it breaks behind a slash and nowhere else. */
export function letterNumber(number: string): TemplateResult {
  // No lookbehind: browsers without it would refuse the whole script.
  const parts = number.match(/[^/]*\/|[^/]+$/gu) ?? [];
  return html`<span class="code letter-number" translate="no">${parts.map((part) => html`<span .textContent=${part}></span><wbr />`)}</span>`;
}
