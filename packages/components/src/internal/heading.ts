import { html, nothing, type TemplateResult } from 'lit';

/** A heading of the wanted level that can take focus; the words are its owned text, safe under page translation. */
export function heading(level: number, words: string, id?: string, className?: string): TemplateResult {
  const of = { id: id ?? nothing, class: className ?? nothing };
  switch (Math.min(Math.max(Math.trunc(level), 1), 6)) {
    case 1:
      return html`<h1 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h1>`;
    case 2:
      return html`<h2 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h2>`;
    case 3:
      return html`<h3 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h3>`;
    case 4:
      return html`<h4 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h4>`;
    case 5:
      return html`<h5 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h5>`;
    default:
      return html`<h6 id=${of.id} class=${of.class} tabindex="-1" .textContent=${words}></h6>`;
  }
}
