/** What stands on a host page, as chosen. */
export interface Choice {
  readonly server: string;
  readonly widget: string;
  readonly locale: string;
  /** Attributes with a value; the same names work in the address of the embedded page. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Widgets that may stand alone, their words for the plain link, and what can be chosen for each. */
export const widgets: Readonly<Record<string, { readonly link: string; readonly attributes: readonly string[]; readonly height: number }>> = {
  'service-catalog': { link: 'Lihat semua layanan', attributes: ['village', 'category'], height: 900 },
  'service-form': { link: 'Ajukan permohonan', attributes: ['service', 'village'], height: 900 },
  'status-tracker': { link: 'Lacak permohonan', attributes: [], height: 800 },
  'id-lookup': { link: 'Periksa nomor', attributes: ['kind'], height: 600 },
  'document-verify': { link: 'Periksa keaslian surat', attributes: [], height: 600 },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Address of the widget as a page of its own: for frames and plain links. */
export function pageAddress({ server, widget, locale, attributes }: Choice): string {
  const url = new URL(`/embed/${widget}`, server);
  for (const [name, value] of Object.entries({ ...attributes, ...(locale === 'id' ? {} : { lang: locale }) })) url.searchParams.set(name, value);
  return url.href;
}

/** The element with a link inside, which people see before the script has arrived, or without it. */
export function scriptSnippet(choice: Choice): string {
  const { server, widget, locale, attributes } = choice;
  const written = Object.entries({ ...attributes, ...(locale === 'id' ? {} : { locale }) }).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return [
    `<script type="module" src="${new URL('/cdn/v1/sewaka.js', server).href}"></script>`,
    `<sewaka-${widget}${written.join('')}>`,
    `  ${linkSnippet(choice)}`,
    `</sewaka-${widget}>`,
  ].join('\n');
}

/** For editors that strip custom elements and scripts. */
export function frameSnippet(choice: Choice): string {
  const { link, height } = widgets[choice.widget] ?? { link: '', height: 600 };
  return `<iframe src="${escaped(pageAddress(choice))}" title="${escaped(link)}" width="100%" height="${height}" loading="lazy" allow="camera; clipboard-write"></iframe>`;
}

/** Works everywhere, also in a message. */
export function linkSnippet(choice: Choice): string {
  return `<a href="${escaped(pageAddress(choice))}">${escaped(widgets[choice.widget]?.link ?? '')}</a>`;
}
