import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { services, villages } from 'virtual:sample';
import { lookupKinds } from '../../packages/components/src/features/id-lookup/explain.js';
import { frameSnippet, linkSnippet, scriptSnippet, widgets, type Choice } from './snippets.js';
import { storyClient } from './client.js';
import { domicile } from './fill.js';
import './embed-builder.css';

type Options = readonly (readonly [value: string, words: string])[];

const categories = [...new Set(services.map(({ category }) => category))].sort();
const options: Readonly<Record<string, Options>> = {
  widget: Object.keys(widgets).map((widget) => [widget, `sewaka-${widget}`]),
  service: services.map(({ id, title }) => [id, title.en]),
  village: [['', 'Let the resident choose'], ...villages.map(({ code, name, kind }): [string, string] => [code, `${name} (${kind})`])],
  category: [['', 'All'], ...categories.map((category): [string, string] => [category, category])],
  kind: [['', 'Let the person choose'], ...lookupKinds.map((kind): [string, string] => [kind, kind])],
  locale: [['id', 'Bahasa Indonesia'], ['en', 'English'], ['ban', 'Basa Bali (beta)']],
};
const labels: Readonly<Record<string, string>> = { widget: 'Widget', service: 'Service', village: 'Village', category: 'Category', kind: 'Kind of number', locale: 'Language' };

/** Builds the three snippets for a chosen widget, with a live sample under them. */
export class EmbedBuilder extends LitElement {
  static override properties: PropertyDeclarations = { chosen: { state: true }, copied: { state: true } };

  declare chosen: Readonly<Record<string, string>>;
  declare copied: string;

  constructor() {
    super();
    const here = location.protocol.startsWith('http') && location.pathname.startsWith('/storybook') ? location.origin : 'https://sewaka.example';
    this.chosen = { server: here, widget: 'service-form', service: domicile.id, village: '51.71.04.2001', category: '', kind: '', locale: 'id' };
    this.copied = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get #choice(): Choice {
    const { server = '', widget = '', locale = '' } = this.chosen;
    const asked = (widgets[widget]?.attributes ?? []).map((name): [string, string] => [name, this.chosen[name] ?? '']);
    return { server: URL.canParse(server) ? server : 'https://sewaka.example', widget, locale, attributes: Object.fromEntries(asked.filter(([, value]) => value)) };
  }

  protected override render(): TemplateResult {
    const choice = this.#choice;
    const asked = ['widget', ...(widgets[choice.widget]?.attributes ?? []), 'locale'];
    return html`<div class="builder">
      <form @input=${this.#onInput} @submit=${(event: Event) => event.preventDefault()}>
        <p><label for="server">Server</label><input id="server" name="server" type="url" .value=${this.chosen['server'] ?? ''} /></p>
        ${asked.map((name) => this.#renderSelect(name))}
      </form>
      ${this.#renderSnippet('Script tag', 'Loads what the page uses and nothing else. The link inside shows until then.', scriptSnippet(choice))}
      ${this.#renderSnippet('Frame', 'For editors that strip scripts and unknown elements. The site’s origin must be registered.', frameSnippet(choice))}
      ${this.#renderSnippet('Link', 'For everything else, a message included.', linkSnippet(choice))}
      <p class="copied" role="status">${this.copied}</p>
      <section aria-labelledby="looks"><h2 id="looks">How it looks</h2>${this.#renderSample(choice)}</section>
    </div>`;
  }

  #renderSelect(name: string): TemplateResult {
    return html`<p>
      <label for=${name}>${labels[name]}</label>
      <select id=${name} name=${name}>${options[name]?.map(([value, words]) => html`<option value=${value} ?selected=${value === this.chosen[name]}>${words}</option>`)}</select>
    </p>`;
  }

  #renderSnippet(name: string, about: string, code: string): TemplateResult {
    return html`<section aria-label=${name}>
      <h2>${name}</h2>
      <p>${about}</p>
      <pre><code data-snippet=${name}>${code}</code></pre>
      <button type="button" @click=${() => this.#copy(name, code)}>Copy <span class="hidden">${name}</span></button>
    </section>`;
  }

  #renderSample({ widget, locale, attributes }: Choice): unknown {
    if (!(widget in widgets)) return nothing;
    const element = document.createElement(`sewaka-${widget}`);
    for (const [name, value] of Object.entries({ ...attributes, locale, 'heading-level': '3' })) element.setAttribute(name, value);
    return Object.assign(element, { client: storyClient() });
  }

  #onInput({ target }: Event): void {
    if (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) this.chosen = { ...this.chosen, [target.name]: target.value };
  }

  async #copy(name: string, code: string): Promise<void> {
    await navigator.clipboard.writeText(code);
    this.copied = `${name} copied.`;
  }
}

if (!customElements.get('story-embed-builder')) customElements.define('story-embed-builder', EmbedBuilder);
