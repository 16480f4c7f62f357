import { keepExclusive } from '../../fields/exclusive.js';
import { countWords } from '../../fields/textarea.js';
import { narrowVillages } from '../../fields/village-search.js';
import type { VillageItem } from '../../internal/client.js';
import type { Translate } from '../../internal/words.js';
import type { FieldKey } from '../../locales/fields/index.js';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What inputs do by themselves while a person types: the count below a textarea, the village search. Returns what to announce. */
export function hearInput(control: Control, root: ParentNode, villages: readonly VillageItem[], say: Translate<FieldKey>): string | undefined {
  const limit = Number(control.dataset['limit'] ?? 0);
  if (limit > 0) {
    const { words, near } = countWords(control.value, limit, say);
    const line = root.querySelector(`[data-count="${CSS.escape(control.name)}"]`);
    if (line) line.textContent = words;
    return near ? words : undefined;
  }
  if (!(control instanceof HTMLInputElement) || control.dataset['villageSearch'] === undefined) return undefined;
  const count = narrowVillages(control, villages);
  return say(count > 0 ? 'village_found' : 'village_none', { count });
}

/** What choices do by themselves: an exclusive option stays alone. */
export function hearChange(control: Control): void {
  const group = control.closest('fieldset');
  if (control instanceof HTMLInputElement && control.type === 'checkbox' && group) keepExclusive(control, group);
}
