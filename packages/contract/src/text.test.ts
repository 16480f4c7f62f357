import { expect, it } from 'vitest';
import { pointerTo } from './pointer.js';
import { cleanLine, cleanLines, foldText, localText, textIn, toLocale } from './text.js';

it('falls back to Indonesian and says so', () => {
  const text = { id: 'Nama', en: 'Name' };
  expect(textIn(text, 'ban')).toBe('Nama');
  expect(localText(text, 'ban')).toEqual({ value: 'Nama', lang: 'id' });
  expect(localText({ ...text, ban: 'Wasta' }, 'ban')).toEqual({ value: 'Wasta', lang: 'ban' });
});

it.each([
  ['en-GB', 'en'],
  ['ID', 'id'],
  ['ban_ID', 'ban'],
  ['fr', undefined],
  ['', undefined],
])('reads the language tag %j', (tag, locale) => {
  expect(toLocale(tag)).toBe(locale);
});

it('cleans what is typed', () => {
  expect(cleanLine('\ufeff a\t\u0000b \n c\u202e ')).toBe('a b c');
  expect(cleanLines('a  \r\nb\rc\n\n')).toBe('a\nb\nc');
  expect(foldText(' Désa “Dangin-Puri” ’nKangin ')).toBe('desa dangin puri nkangin');
});

it('points to any key', () => {
  expect(pointerTo('a/b', 'c~d', 0)).toBe('/a~1b/c~0d/0');
  expect(pointerTo()).toBe('');
});
