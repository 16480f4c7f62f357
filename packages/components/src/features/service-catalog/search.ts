import { editDistance, foldText } from '@e-sewaka/contract';
import type { ServiceItem } from '../../internal/client.js';

/** Words that say nothing about which service is meant. */
const fillers = new Set('surat suket keterangan permohonan formulir buat bikin cara bagaimana gimana syarat persyaratan mengurus ngurus urus minta mau ingin saya untuk di ke dan yang a the for letter how to get'.split(' '));

/** Spellings people use for a word. */
const spellings: Readonly<Record<string, string>> = { akte: 'akta', antrean: 'antri', antrian: 'antri', ijin: 'izin', lahiran: 'lahir', kelahiran: 'lahir' };

function wordsIn(text: string): string[] {
  return foldText(text)
    // S.K.T.M. and S K C K
    .replace(/\b(\p{L}) (?=\p{L}\b)/gu, '$1')
    .split(' ')
    .filter(Boolean)
    .map((word) => spellings[word] ?? word);
}

/** 3 the same word, 2 its beginning, 1 with typing errors, 0 something else. Short words must be right. */
function likeness(typed: string, word: string): number {
  if (typed === word) return 3;
  if (typed.length >= 2 && word.startsWith(typed)) return 2;
  const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  return allowed > 0 && editDistance(typed, word.slice(0, typed.length + allowed)) <= allowed ? 1 : 0;
}

function best(typed: string, words: readonly string[]): number {
  return words.reduce((most, word) => Math.max(most, likeness(typed, word)), 0);
}

/** How well a service fits, 0 where not every word is found; `some` asks only for some, but spelt right and where they matter. */
function score(service: ServiceItem, typed: readonly string[], some: boolean): number {
  const { title, summary } = service;
  const name = wordsIn(`${title.id} ${title.en} ${title.ban ?? ''}`);
  const keys = service.keywords.flatMap(wordsIn);
  const rest = wordsIn(`${summary.id} ${summary.en}`);
  let sum = 0;
  for (const word of typed) {
    const named = Math.max(best(word, name), best(word, keys));
    const found = some ? (named > 1 ? named : 0) : Math.max(named * 3, best(word, rest));
    if (found === 0 && !some) return 0;
    sum += found;
  }
  return sum;
}

/** Services that fit what was typed, best first; typing errors and everyday spellings are forgiven. */
export function searchServices(services: readonly ServiceItem[], query: string): readonly ServiceItem[] {
  const typed = wordsIn(query.slice(0, 80)).filter((word) => !fillers.has(word));
  if (typed.length === 0) return services;
  const fitting = (some: boolean): readonly ServiceItem[] =>
    services
      .map((service) => ({ service, points: score(service, typed, some) }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .map(({ service }) => service);
  const found = fitting(false);
  return found.length > 0 || typed.length < 2 ? found : fitting(true);
}
