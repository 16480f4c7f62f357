import { foldText } from './text.js';

/** What the search needs of a region; the contract's `Region` has it. */
export interface SearchableRegion {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

const PREFIXES = new Set(['desa', 'ds', 'kelurahan', 'kel', 'kecamatan', 'kec', 'kota', 'kab', 'kabupaten', 'perbekel', 'lurah', 'banjar', 'br']);
// Spellings met in the press and in what people type.
const SPELLINGS: Readonly<Record<string, string>> = { klod: 'kelod', pamecutan: 'pemecutan' };
// Kaja, kelod, kangin, kauh (and what lies that way): one letter apart means another village, so these must be right.
const COMPASS = new Set(['kaja', 'kelod', 'kangin', 'kauh', 'dangin', 'dauh']);
const LONGEST = 80;

/** Finds regions by name, alias or code: prefixes, split or joined words, Klod for Kelod and small typing errors are forgiven. Best first. */
export function searchRegions<R extends SearchableRegion>(regions: readonly R[], query: string): R[] {
  const typed = query.slice(0, LONGEST);
  if (typed.trim() === '') return [...regions];
  const code = typed.replace(/[.\s]/gu, '');
  if (/^[0-9]{2,10}$/u.test(code)) return regions.filter((region) => region.code.replaceAll('.', '').startsWith(code));
  const wanted = regionWords(typed);
  if (wanted.length === 0) return [];
  return regions
    .map((region) => ({ region, score: Math.min(...[region.name, ...(region.aliases ?? [])].map((name) => distance(regionWords(name), wanted))) }))
    .filter(({ score }) => score < Infinity)
    .sort((a, b) => a.score - b.score || a.region.name.localeCompare(b.region.name, 'id'))
    .map(({ region }) => region);
}

/** The words of a region's name as they are compared: no diacritics, no `Desa` or `Kel.` before it, one spelling. */
export function regionWords(name: string): string[] {
  const words = foldText(name).split(' ').filter((word) => word !== '');
  while (words.length > 1 && PREFIXES.has(words[0] ?? '')) words.shift();
  return words.map((word) => (Object.hasOwn(SPELLINGS, word) ? (SPELLINGS[word] ?? word) : word));
}

// 0 the same, 1 begins with it, 2 every word begins one of its words, 3 contains it, from 4 typing errors.
function distance(name: readonly string[], wanted: readonly string[]): number {
  const [whole, query] = [name.join(''), wanted.join('')];
  if (whole === query) return 0;
  if (whole.startsWith(query)) return 1;
  if (wanted.every((word) => name.some((part) => part.startsWith(word)))) return 2;
  if (query.length >= 3 && whole.includes(query)) return 3;
  if (wanted.some((word) => COMPASS.has(word) && !name.includes(word))) return Infinity;
  return 4 + Math.min(errorsInWords(name, wanted), errorsWithin(whole, query));
}

function errorsInWords(name: readonly string[], wanted: readonly string[]): number {
  return wanted.reduce((sum, word) => sum + Math.min(...name.map((part) => (part.startsWith(word) ? 0 : errorsWithin(part, word)))), 0);
}

// Short words differ too easily (Kaja, Kauh): they must be right.
function errorsWithin(word: string, typed: string): number {
  const allowed = typed.length < 5 ? 0 : typed.length < 8 ? 1 : 2;
  const errors = editDistance(word, typed);
  return errors <= allowed ? errors : Infinity;
}

/** Typing errors between two words: one letter wrong, missing, too many, or two exchanged. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
