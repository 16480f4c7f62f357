import { describe, expect, it } from 'vitest';
import { editDistance, regionWords, searchRegions } from './regions.js';

const regions = [
  ['51.71.01.1005', 'Renon'],
  ['51.71.01.2009', 'Sanur Kaja'],
  ['51.71.01.2010', 'Sanur Kauh'],
  ['51.71.01.1006', 'Sanur'],
  ['51.71.02.2001', 'Dangin Puri Kelod'],
  ['51.71.03.2001', 'Padangsambian Kelod'],
  ['51.71.03.2011', 'Padang Sambian Kaja'],
  ['51.71.03.2006', 'Dauh Puri Kangin'],
  ['51.71.04.2001', 'Dangin Puri Kangin'],
  ['51.71.04.1009', 'Peguyangan'],
].map(([code = '', name = '']) => ({ code, name, aliases: code === '51.71.04.2001' ? ['DPK'] : [] }));

describe('searchRegions', () => {
  it.each([
    ['dangin puri kangin', 'Dangin Puri Kangin'],
    ['Desa Dangin Puri Kangin', 'Dangin Puri Kangin'],
    ['Ds. DANGIN PURI KANGIN', 'Dangin Puri Kangin'],
    ['danginpuri kangin', 'Dangin Puri Kangin'],
    ['dpk', 'Dangin Puri Kangin'],
    ['Kel. Renon', 'Renon'],
    ['Kelurahan Rénon', 'Renon'],
    ['padang sambian klod', 'Padangsambian Kelod'],
    ['padangsambian kaja', 'Padang Sambian Kaja'],
    ['dangin puri klod', 'Dangin Puri Kelod'],
    ['sanur kauh', 'Sanur Kauh'],
    ['sanur', 'Sanur'],
    ['puri kangin dangin', 'Dangin Puri Kangin'],
    ['kaj san', 'Sanur Kaja'],
    ['peguyanagn', 'Peguyangan'],
    ['pegyangan', 'Peguyangan'],
    ['renom', 'Renon'],
    ['dagin puri kangin', 'Dangin Puri Kangin'],
    ['5171042001', 'Dangin Puri Kangin'],
    ['51.71.04.2001', 'Dangin Puri Kangin'],
  ])('finds %j first', (query, name) => {
    expect(searchRegions(regions, query)[0]?.name).toBe(name);
  });

  it('keeps compass words apart', () => {
    expect(searchRegions(regions, 'sanur kaja').map((region) => region.name)).toEqual(['Sanur Kaja']);
    expect(searchRegions(regions, 'puri kangin').map((region) => region.name)).toEqual(['Dangin Puri Kangin', 'Dauh Puri Kangin']);
  });

  it('shows all for nothing typed and none for nonsense', () => {
    expect(searchRegions(regions, '  ')).toHaveLength(regions.length);
    for (const query of ['zzzz', '!!!', '😀', '__proto__', 'x'.repeat(1_000_000)]) expect(searchRegions(regions, query)).toEqual([]);
  });
});

it('compares names without what stands before them', () => {
  expect(regionWords('Desa')).toEqual(['desa']);
  expect(regionWords('Kel. Padangsambian Klod')).toEqual(['padangsambian', 'kelod']);
  expect(regionWords('constructor')).toEqual(['constructor']);
});

it.each([
  ['kaja', 'kaja', 0],
  ['kaja', 'kjaa', 1],
  ['renon', 'reno', 1],
  ['', 'abc', 3],
])('counts typing errors between %j and %j', (a, b, errors) => {
  expect(editDistance(a, b)).toBe(errors);
});
