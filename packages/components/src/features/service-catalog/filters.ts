import { html, nothing, type TemplateResult } from 'lit';
import { isFor, isOffered, type Audience, type Service } from '@e-sewaka/contract';
import type { ServiceItem, VillageItem } from '../../internal/client.js';
import type { Translate } from '../../internal/words.js';
import type { CatalogKey } from '../../locales/catalog/index.js';

/** What a person narrows the list by; empty lets everything through. */
export interface Filters {
  readonly category: Service['category'] | '';
  readonly audience: Audience | '';
  /** The desa or kelurahan where it is needed. */
  readonly village: VillageItem | undefined;
}

export const categories: readonly Service['category'][] = ['residence', 'civil', 'social', 'business', 'police', 'general'];
export const audiences: readonly Audience[] = ['resident', 'nonpermanent', 'business', 'foreigner'];

/** Services that all filters let through. */
export function narrowed(services: readonly ServiceItem[], { category, audience, village }: Filters): readonly ServiceItem[] {
  return services
    .filter((service) => !category || service.category === category)
    .filter((service) => !audience || isFor(service, audience))
    .filter((service) => !village || isOffered(service, village));
}

/** What the filters need to know of the widget. */
export interface FilterView {
  readonly uid: string;
  readonly say: Translate<CatalogKey>;
  readonly filters: Filters;
  readonly services: readonly ServiceItem[];
  /** To choose from; empty where the page has said which village it is. */
  readonly villages: readonly VillageItem[];
}

/** The kind of service as chips, whom it is for and where as selects; each only where there is something to choose. */
export function filterFields(view: FilterView): TemplateResult {
  const { say, services, filters, villages, uid } = view;
  const kinds = categories.filter((category) => services.some((service) => service.category === category));
  const people = audiences.filter((audience) => services.some((service) => service.audience.includes(audience)));
  return html`${kinds.length > 1
    ? html`<fieldset class="filter">
        <legend class="visually-hidden" .textContent=${say('category')}></legend>
        ${(['', ...kinds] as const).map(
          (category) => html`<label class="chip">
            <input type="radio" name="category" value=${category} .checked=${category === filters.category} />
            <span .textContent=${say(category ? `category_${category}` : 'category_all')}></span>
          </label>`,
        )}
      </fieldset>`
    : nothing}
  ${people.length > 1 || villages.length > 0
    ? html`<div class="selects">
        ${people.length > 1
          ? select(`${uid}audience`, 'audience', say('audience'), say('audience_all'), people.map((one) => option(one, say(`audience_${one}`), one === filters.audience)))
          : nothing}
        ${villages.length > 0 ? select(`${uid}village`, 'village', say('where'), say('where_all'), districts(view)) : nothing}
      </div>`
    : nothing}`;
}

function select(id: string, name: string, label: string, all: string, options: readonly TemplateResult[]): TemplateResult {
  return html`<div>
    <label for=${id} .textContent=${label}></label>
    <select class="control" id=${id} name=${name}>
      <option value="" .textContent=${all}></option>
      ${options}
    </select>
  </div>`;
}

const option = (value: string, words: string, chosen: boolean): TemplateResult => html`<option value=${value} ?selected=${chosen} .textContent=${words}></option>`;

function districts({ villages, say, filters }: FilterView): readonly TemplateResult[] {
  const names = [...new Set(villages.map(({ districtName }) => districtName))];
  return names.map(
    (district) => html`<optgroup label=${`Kecamatan ${district}`}>
      ${villages
        .filter(({ districtName }) => districtName === district)
        .map(({ code, name, kind }) => option(code, `${name} (${say(kind)})`, code === filters.village?.code))}
    </optgroup>`,
  );
}
