import { describe, expect, it } from 'vitest';
import { compareClaim } from './registry.js';
import { makePopulation, registryOf } from './synthetic.js';

const homes = [{ code: '51.71.04.2001', banjars: [{ name: 'Banjar Kaja' }] }, { code: '51.71.01.1006' }];

describe('the synthetic population', () => {
  const people = makePopulation(homes);

  it('is the same every time', () => {
    expect(makePopulation(homes)).toEqual(people);
  });

  it('has a few hundred people with unique synthetic NIK, family cards by family', () => {
    expect(people.length).toBeGreaterThan(200);
    expect(new Set(people.map((person) => person.nik)).size).toBe(people.length);
    expect(people.every((person) => /^517[1]\d{8}9\d{3}$/.test(person.nik) && /^5171\d{8}9\d{3}$/.test(person.kk))).toBe(true);
    expect(people.every((person) => /^\+628\d{2}0000\d{4}$/.test(person.phone))).toBe(true);
    expect(people.every((person) => person.nik !== person.kk)).toBe(true);
  });

  it('compares what was claimed, part by part', async () => {
    const registry = registryOf(people);
    const [first] = people;
    if (first === undefined) throw new Error('nobody lives here');
    const { nik, kk, bornOn } = first;
    expect(await compareClaim(registry, { nik, kk, bornOn })).toBe('match');
    expect(await compareClaim(registry, { nik, kk: '5171010101019999' })).toBe('mismatch');
    expect(await compareClaim(registry, { nik: '5171010101019999', kk })).toBe('not_found');
    expect(await compareClaim(registry, {})).toBe('not_checked');
  });
});
