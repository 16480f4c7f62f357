import type { BanjarField, VillageField } from '@e-sewaka/contract';
import type { VillageItem } from '../internal/client.js';
import { rawText, type FieldContext } from './context.js';
import { frame, hintOf, type Wiring } from './frame.js';
import { el, type Piece } from './piece.js';

function byDistrict(villages: readonly VillageItem[]): Map<string, VillageItem[]> {
  const districts = new Map<string, VillageItem[]>();
  for (const village of villages) districts.set(village.districtName, [...(districts.get(village.districtName) ?? []), village]);
  return districts;
}

/** A native select of villages grouped by kecamatan, with the kind in each name; a search above narrows it. */
export function villageSelect(context: FieldContext, name: string, chosen: string, { id, describedBy, invalid }: Wiring): readonly Piece[] {
  const search = context.say('village_search');
  const option = ({ code, name: village, kind }: VillageItem): Piece => el('option', { value: code, selected: code === chosen }, `${village} (${context.say(kind)})`);
  return [
    el('input', {
      class: 'control w-20',
      type: 'search',
      id: `${id}-search`,
      'data-village-search': id,
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-label': search,
      placeholder: search,
    }),
    el('select', { class: 'control', id, name, 'aria-describedby': describedBy, 'aria-invalid': invalid }, [
      el('option', { value: '' }, context.say('choose')),
      ...[...byDistrict(context.villages)].map(([district, villages]) => el('optgroup', { label: `Kecamatan ${district}` }, villages.map(option))),
    ]),
  ];
}

/** A desa or kelurahan. */
export function renderVillage(field: VillageField, context: FieldContext): Piece {
  return frame(context, field, hintOf(context, field), (wiring) => villageSelect(context, field.name, rawText(context, field.name), wiring));
}

/** A free text with the village's own list of banjars as suggestions. */
export function banjarInput(context: FieldContext, name: string, value: string, { id, describedBy, invalid }: Wiring): readonly Piece[] {
  const list = context.banjars.length > 0 ? `${id}-list` : undefined;
  const input = el('input', { class: 'control w-20', id, name, list, autocomplete: 'off', 'aria-describedby': describedBy, 'aria-invalid': invalid, value });
  return list === undefined ? [input] : [input, el('datalist', { id: list }, context.banjars.map((banjar) => el('option', { value: banjar })))];
}

/** A banjar, dusun or lingkungan. */
export function renderBanjar(field: BanjarField, context: FieldContext): Piece {
  const hint = hintOf(context, field, context.banjars.length > 0 ? context.say('banjar_hint') : undefined);
  return frame(context, field, hint, (wiring) => banjarInput(context, field.name, rawText(context, field.name), wiring));
}
