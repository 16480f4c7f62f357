import { isDate, isWorkingDay, searchRegions, weekday, defaultNumberMask, addDays } from '@e-sewaka/contract';
import { describe, expect, it } from 'vitest';
import { holidays, referenceLists, regions, villages } from './index.js';

const villageRegions = regions.filter(({ level }) => level === 'village');

describe('regions', () => {
  it('are the city, 4 kecamatan, 27 desa and 16 kelurahan', () => {
    expect(regions.filter(({ level }) => level === 'city').map(({ code }) => code)).toEqual(['51.71']);
    expect(regions.filter(({ level }) => level === 'district')).toHaveLength(4);
    expect(villageRegions.filter(({ kind }) => kind === 'desa')).toHaveLength(27);
    expect(villageRegions.filter(({ kind }) => kind === 'kelurahan')).toHaveLength(16);
  });

  it('have unique codes that say their parent and kind', () => {
    expect(new Set(regions.map(({ code }) => code)).size).toBe(48);
    for (const { code, parentCode } of regions)
      expect(parentCode).toBe(code === '51.71' ? null : code.slice(0, code.lastIndexOf('.')));
    for (const { code, kind } of villageRegions) expect(code.split('.')[3]?.[0]).toBe(kind === 'desa' ? '2' : '1');
  });

  it.each([
    ['danginpuri klod', '51.71.02.2001'],
    ['Padangsambian Klod', '51.71.03.2001'],
    ['padangsambian kaja', '51.71.03.2011'],
    ['Ds. Tegal Kerta', '51.71.03.2009'],
    ['dangin puri kangin', '51.71.04.2001'],
    ['kel. sesetan', '51.71.01.1003'],
  ])('are found as people type them: %s', (query, code) => {
    expect(searchRegions(villageRegions, query)[0]?.code).toBe(code);
  });
});

describe('villages', () => {
  it('are the 43 villages of the regions, named alike', () => {
    const named = ({ code, name, kind }: { code: string; name: string; kind?: string }) => ({ code, name, kind });
    expect(villages.map(named)).toEqual(villageRegions.map(named));
    for (const { districtCode, districtName } of villages) {
      expect(regions.find(({ code }) => code === districtCode)?.name).toBe(districtName);
    }
  });

  it('have a Perbekel in a desa and a Lurah in a kelurahan', () => {
    for (const { kind, name, officers } of villages) {
      expect(officers.find(({ post }) => post === 'head')?.title).toBe(
        `${kind === 'desa' ? 'Perbekel' : 'Lurah'} ${name}`,
      );
      expect(officers.map(({ post }) => post).slice(0, 4)).toEqual(['head', 'secretary', 'operator', 'kadus']);
    }
  });

  it('say that their values are samples', () => {
    for (const { sample, notice, phone } of villages) {
      expect(sample).toBe(true);
      expect(notice?.id).toMatch(/contoh/);
      expect(phone).toMatch(/^\+623610000\d{3}$/);
    }
  });

  it('number letters by the usual mask', () => {
    expect(new Set(villages.map(({ letterNumberMask }) => letterNumberMask))).toEqual(new Set([defaultNumberMask]));
  });

  it('know seven sample dusun of Dangin Puri Kangin', () => {
    const { banjars } = villages.find(({ code }) => code === '51.71.04.2001') ?? { banjars: [] };
    expect(banjars).toHaveLength(7);
    for (const { name, kind } of banjars)
      expect([kind, name]).toEqual(['dusun', expect.stringMatching(/^Banjar Contoh /)]);
  });

  it('have a Kadus for every banjar, and nobody else who heads one', () => {
    for (const { officers, banjars } of villages) {
      const heads = officers.slice(3);
      expect(heads.map(({ post }) => post)).toEqual(heads.map(() => 'kadus'));
      expect(heads.map(({ banjar }) => banjar)).toEqual(banjars.length > 0 ? banjars.map(({ name }) => name) : ['Banjar Kaja']);
      expect(officers.slice(0, 3).map(({ banjar }) => banjar)).toEqual([undefined, undefined, undefined]);
    }
  });
});

describe('holidays', () => {
  const named = (name: string) => holidays.filter((holiday) => holiday.name.id === name).map(({ on }) => on);

  it('are days that exist, in order', () => {
    const days = holidays.map(({ on }) => on);
    expect(days.filter((day) => !isDate(day))).toEqual([]);
    expect(days).toEqual([...days].sort());
    expect(new Set(days.map((day) => day.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027']));
  });

  it('have Galungan where the calendars of 2025 and 2026 print it', () => {
    expect(named('Hari Raya Galungan')).toEqual(['2025-04-23', '2025-11-19', '2026-06-17', '2027-01-13', '2027-08-11']);
  });

  it.each([
    ['Penampahan Galungan', -1],
    ['Umanis Galungan', 1],
    ['Hari Raya Kuningan', 10],
    ['Hari Raya Saraswati', 136],
    ['Hari Raya Pagerwesi', 140],
  ])('have %s %i days from Galungan in every cycle of 210 days', (name, offset) => {
    const found = named(name);
    expect(found.length).toBeGreaterThanOrEqual(5);
    const anchor = addDays('2024-09-25', offset);
    for (const day of found) expect(((Date.parse(day) - Date.parse(anchor)) / 86_400_000) % 210).toBe(0);
  });

  it.each([
    ['Hari Raya Galungan', 3],
    ['Hari Raya Kuningan', 6],
    ['Hari Raya Saraswati', 6],
    ['Hari Raya Pagerwesi', 3],
  ])('have %s on its day of the week', (name, day) => {
    for (const on of named(name)) expect(weekday(on)).toBe(day);
  });

  it('have one Nyepi a year, with the days around it free', () => {
    const nyepi = holidays.filter(({ kind }) => kind === 'nyepi').map(({ on }) => on);
    expect(nyepi).toEqual(['2025-03-29', '2026-03-19', '2027-03-08']);
    for (const day of nyepi) {
      for (const offset of [-1, 0, 1]) expect(isWorkingDay(addDays(day, offset), { holidays })).toBe(false);
    }
  });

  it('admit which dates are not certain', () => {
    expect(
      holidays.filter(({ on, status }) => on < '2027' && status === 'to_be_confirmed').map(({ name }) => name.id),
    ).toEqual(['Hari Siwaratri', 'Hari Siwaratri']);
    expect(holidays.filter(({ on, status }) => on >= '2027' && status === 'announced')).toEqual([]);
  });
});

describe('reference lists', () => {
  it('have the sizes that civil registration knows', () => {
    const sizes = Object.fromEntries(Object.entries(referenceLists).map(([name, options]) => [name, options.length]));
    expect(sizes).toMatchObject({
      religion: 7,
      maritalStatus: 4,
      maritalStatusRegistered: 6,
      familyRelation: 11,
      education: 10,
      moveReason: 7,
      moveClass: 5,
    });
  });

  it('have unique values and a text in both languages', () => {
    for (const options of Object.values(referenceLists)) {
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      for (const { label } of options) expect([label.id, label.en]).not.toContain('');
    }
  });
});
