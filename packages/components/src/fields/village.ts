import { html, nothing, type TemplateResult } from 'lit';
import type { BanjarField, VillageField } from '@e-sewaka/contract';
import type { VillageItem } from '../internal/client.js';
import { rawText, type FieldContext } from './context.js';
import { frame, hintOf, type Wiring } from './frame.js';

function byDistrict(villages: readonly VillageItem[]): Map<string, VillageItem[]> {
  const districts = new Map<string, VillageItem[]>();
  for (const village of villages) districts.set(village.districtName, [...(districts.get(village.districtName) ?? []), village]);
  return districts;
}

/** A native select of villages grouped by kecamatan, with the kind in each name; a search above narrows it. */
export function villageSelect(context: FieldContext, name: string, chosen: string, { id, describedBy, invalid }: Wiring): TemplateResult {
  return html`<input
      class="control w-20"
      type="search"
      id="${id}-search"
      data-village-search=${id}
      autocomplete="off"
      spellcheck="false"
      aria-label=${context.say('village_search')}
      placeholder=${context.say('village_search')}
    />
    <select class="control" id=${id} name=${name} aria-describedby=${describedBy} aria-invalid=${invalid}>
      <option value="" .textContent=${context.say('choose')}></option>
      ${[...byDistrict(context.villages)].map(
        ([district, villages]) => html`<optgroup label=${`Kecamatan ${district}`}>
          ${villages.map(
            (village) => html`<option
              value=${village.code}
              ?selected=${village.code === chosen}
              .textContent=${`${village.name} (${context.say(village.kind)})`}
            ></option>`,
          )}
        </optgroup>`,
      )}
    </select>`;
}

/** A desa or kelurahan. */
export function renderVillage(field: VillageField, context: FieldContext): TemplateResult {
  return frame(context, field, hintOf(context, field), (wiring) => villageSelect(context, field.name, rawText(context, field.name), wiring));
}

/** A free text with the village's own list of banjars as suggestions. */
export function banjarInput(context: FieldContext, name: string, value: string, { id, describedBy, invalid }: Wiring): TemplateResult {
  return html`<input
      class="control w-20"
      id=${id}
      name=${name}
      list=${context.banjars.length > 0 ? `${id}-list` : nothing}
      autocomplete="off"
      aria-describedby=${describedBy}
      aria-invalid=${invalid}
      value=${value}
    />
    ${context.banjars.length > 0 ? html`<datalist id="${id}-list">${context.banjars.map((banjar) => html`<option value=${banjar}></option>`)}</datalist>` : nothing}`;
}

/** A banjar, dusun or lingkungan. */
export function renderBanjar(field: BanjarField, context: FieldContext): TemplateResult {
  const hint = hintOf(context, field, context.banjars.length > 0 ? context.say('banjar_hint') : undefined);
  return frame(context, field, hint, (wiring) => banjarInput(context, field.name, rawText(context, field.name), wiring));
}
