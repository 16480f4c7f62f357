import { escapeHtml, page } from './html.js';

/** A page with one widget takes that widget's own script: one request instead of the loader and its chunks. */
const head = (widget: string): string =>
  `<link rel="stylesheet" href="/pages/pages.css">\n<script type="module" src="/cdn/v1/${widget}.js"></script>`;

/** Widgets that can stand alone at `/embed/<widget>`, with what may be said in the address: never personal data. */
const embeddable: Readonly<Record<string, { readonly title: string; readonly attributes: readonly string[] }>> = {
  'service-catalog': { title: 'Layanan', attributes: ['village', 'category', 'audience'] },
  'service-form': { title: 'Ajukan permohonan', attributes: ['service', 'village'] },
  'status-tracker': { title: 'Lacak permohonan', attributes: ['village'] },
  'id-lookup': { title: 'Pemeriksaan identitas', attributes: ['kind'] },
  'document-verify': { title: 'Periksa keaslian surat', attributes: [] },
};

const languages = ['id', 'en', 'ban'];
/** What messengers, search engines and newsletters hang on every link they pass on; it says nothing here. */
const decoration = /^(?:utm_[a-z_]+|fbclid|gclid|gbraid|wbraid|msclkid|ttclid|igshid|igsh|mibextid|mc_cid|mc_eid|_gl)$/;
const harmless = /^[a-z0-9.-]{1,60}$/i;
const manyDigits = /\d{7}/;

/** Values that an attribute may take from an address: codes and ids; nothing that could be somebody's number. */
const safeValue = (value: unknown): value is string =>
  typeof value === 'string' && harmless.test(value) && !manyDigits.test(value);

const element = (tag: string, attributes: Readonly<Record<string, string>>, inner = ''): string => {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
  return `<${tag}${written.join('')}>${inner}</${tag}>`;
};

/** What a form shows that is not told which service: the way to all of them. */
const chooseService = (query: Readonly<Record<string, string>>): string =>
  `<p><a class="button" href="${escapeHtml(`/embed/service-catalog?${new URLSearchParams(query)}`)}">Pilih layanan</a></p>`;

/** The service of a form, asked for beside the script that shows it. */
const preload = ({ service }: Readonly<Record<string, string>>): string =>
  service === undefined ? '' : `<link rel="preload" as="fetch" crossorigin href="/v1/services/${encodeURIComponent(service)}">\n`;

/** Lets a page around this one, if it is one of `hosts`, know how high the content is. */
const framed = (hosts: readonly string[]): string =>
  `<meta name="sewaka-hosts" content="${escapeHtml(hosts.join(' '))}">\n<script type="module" fetchpriority="low" src="/cdn/v1/embed.js"></script>`;

/** The page of one widget for frames at `hosts`; undefined when there is no such widget or a value is not acceptable. */
export function embedPage(widget: string, query: Readonly<Record<string, unknown>>, hosts: readonly string[]): string | undefined {
  const known = Object.hasOwn(embeddable, widget) ? embeddable[widget] : undefined;
  if (known === undefined) return undefined;
  const { lang = 'id', ...rest } = query;
  if (typeof lang !== 'string' || !languages.includes(lang)) return undefined;
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (decoration.test(name)) continue;
    if (!known.attributes.includes(name) || !safeValue(value)) return undefined;
    attributes[name] = value;
  }
  // The list of services is all the catalogue shows at first; every other widget begins with a heading of its own.
  const [title, level] = widget === 'service-catalog' ? [`<h1>${escapeHtml(known.title)}</h1>`, '2'] : ['', '1'];
  const inside = widget === 'service-form' && attributes['service'] === undefined ? chooseService({ ...attributes, lang }) : '';
  const body = `<main>${title}${element('sewaka-provider', { locale: lang }, element(`sewaka-${widget}`, { ...attributes, 'heading-level': level }, inside))}</main>`;
  return page({ title: known.title, language: lang, head: `${preload(attributes)}${head(widget)}\n${framed(hosts)}`, body });
}

/** The desk: the officer's whole work on one page. */
export const deskPage = (): string =>
  page({ title: 'Meja layanan', head: head('officer-desk'), body: '<main class="wide"><sewaka-officer-desk heading-level="1"></sewaka-officer-desk></main>' });

/** The page behind a letter's QR. */
export const verifyPage = (code: string | undefined): string =>
  page({
    title: 'Keaslian surat',
    head: head('document-verify'),
    body: `<main>${element('sewaka-document-verify', { ...(code === undefined ? {} : { code }), 'heading-level': '1' })}</main>`,
  });

/** The API reference over our own document. */
export const docsPage = (): string =>
  page({
    title: 'E-Sewaka API',
    language: 'en',
    head: '<link rel="stylesheet" href="/docs/assets/swagger-ui.css">\n<script defer src="/docs/assets/swagger-ui-bundle.js"></script>\n<script defer src="/pages/docs.js"></script>',
    body: '<div id="reference"></div>',
  });

/** Starts the API reference; its own file, since pages carry no inline script. */
export const docsScript = `window.addEventListener('DOMContentLoaded', () => {
  window.SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#reference', deepLinking: true, validatorUrl: null, supportedSubmitMethods: ['get'] });
});
`;

/** The page where nothing is. */
export const missingPage = (): string =>
  page({
    title: 'Halaman tidak ditemukan',
    head: '<link rel="stylesheet" href="/pages/pages.css">',
    body: '<main><p class="eyebrow">E-Sewaka</p><h1>Halaman ini tidak ada</h1><p>Alamatnya mungkin salah ketik atau sudah berubah.</p><p><a class="button" href="/">Ke halaman depan</a></p></main>',
  });
