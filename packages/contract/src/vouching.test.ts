import { describe, expect, it } from 'vitest';
import { banjarKey, banjarOf, isVouchRecord, kadusStage, sameResident, vouchState } from './vouching.js';

const title = { id: 'x', en: 'x' };
const stages = [
  { id: 'kadus', title, unit: 'village', post: 'kadus', workingDays: 1, status: 'in_review' },
  { id: 'berkas', title, unit: 'village', post: 'operator', workingDays: 1, status: 'in_review' },
  { id: 'dinas', title, unit: 'dukcapil', post: 'operator', workingDays: 1, status: 'in_review' },
  { id: 'ambil', title, unit: 'village', post: 'operator', workingDays: 0, status: 'ready_for_pickup' },
] as const;
const withKadus = { stages };
const plain = { stages: stages.slice(1) };

it.each([
  [withKadus, 'kadus', null, 'awaited'],
  [withKadus, 'berkas', null, 'awaited'],
  [withKadus, 'berkas', 'vouched', 'vouched'],
  [withKadus, 'berkas', 'withheld', 'withheld'],
  [withKadus, 'berkas', 'waived', 'waived'],
  [withKadus, 'dinas', null, undefined],
  [withKadus, 'dinas', 'vouched', undefined],
  [withKadus, 'ambil', null, undefined],
  [withKadus, null, null, undefined],
  [plain, 'berkas', null, undefined],
] as const)('in %j at stage %s with %s on record: %s', (service, stageId, record, expected) => {
  expect(vouchState(service, { stageId, record })).toBe(expected);
});

it('finds the stage of the Kadus and knows its records', () => {
  expect([kadusStage(withKadus)?.id, kadusStage(plain)]).toEqual(['kadus', undefined]);
  expect(['vouched', 'withheld', 'waived', 'awaited', null].map(isVouchRecord)).toEqual([true, true, true, false, false]);
});

it.each([
  ['Banjar Contoh Satu', 'contoh satu'],
  ['Br. Contoh  Satu', 'contoh satu'],
  ['Lingkungan Kaja', 'kaja'],
  ['BANJAR DINAS KAJA', 'kaja'],
  ['Dusun', 'dusun'],
  ['Banjar', 'banjar'],
  ['…', ''],
])('compares %s as %s', (name, expected) => {
  expect(banjarKey(name)).toBe(expected);
});

describe('banjarOf', () => {
  const village = '51.71.04.2001';
  const address = { street: 'Jalan Contoh 1', banjar: 'Banjar Kaja', villageCode: village };
  it.each([
    [{ name: 'fullName', banjar: 'address' }, { address }, 'Banjar Kaja'],
    [{ name: 'fullName', banjar: 'address' }, { address: { ...address, villageCode: '51.71.01.1006' } }, undefined],
    [{ name: 'fullName', banjar: 'address' }, { address: { street: 'Jalan Contoh 1', villageCode: village } }, undefined],
    [{ name: 'fullName', banjar: 'banjar' }, { banjar: 'Br. Kaja' }, 'Br. Kaja'],
    [{ name: 'fullName', banjar: 'banjar' }, {}, undefined],
    [{ name: 'fullName', banjar: 'constructor' }, {}, undefined],
    [{ name: 'fullName' }, { address }, undefined],
  ])('with %j of %j: %s', (applicant, answers, expected) => {
    expect(banjarOf({ applicant }, answers, village)).toBe(expected);
  });
});

it.each([
  [{ purpose: 'bank' }, { purpose: 'kerja' }, true],
  [{ address: { street: 'A', banjar: 'B' } }, { address: { banjar: 'B', street: 'A' } }, true],
  [{ address: { street: 'A', banjar: 'B' } }, { address: { street: 'A', banjar: 'C' } }, false],
  [{ nik: '1' }, { nik: '2' }, false],
  [{ fullName: 'Ni Luh' }, { fullName: 'Ni Made' }, false],
  [{}, { kk: '1' }, false],
])('from %j to %j is the same resident: %s', (before, after, expected) => {
  const applicant = { name: 'fullName', nik: 'nik', kk: 'kk', bornOn: 'bornOn', banjar: 'address' };
  expect(sameResident({ applicant }, before, after)).toBe(expected);
});
