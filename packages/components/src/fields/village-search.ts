import { searchRegions } from '@e-sewaka/contract';
import type { VillageItem } from '../internal/client.js';

/** Narrows the select below a village search to what matches; the chosen village always stays. Returns how many match. */
export function narrowVillages(search: HTMLInputElement, villages: readonly VillageItem[]): number {
  const root = search.getRootNode();
  const select = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(search.dataset['villageSearch'] ?? '') : null;
  if (!(select instanceof HTMLSelectElement)) return 0;
  const found = new Set(searchRegions(villages, search.value).map((village) => village.code));
  for (const option of select.options) option.hidden = option.value !== '' && !option.selected && !found.has(option.value);
  for (const group of select.querySelectorAll('optgroup')) group.hidden = [...group.children].every((option) => option instanceof HTMLElement && option.hidden);
  return found.size;
}
