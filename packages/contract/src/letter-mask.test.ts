import { describe, expect, it } from 'vitest';
import { numberingFault, numberingOf } from './letter-mask.js';
import { defaultNumberMask } from './letters.js';

const fault = (mask: string, scope?: 'type' | 'classification' | 'office') => numberingFault(numberingOf({ mask, scope }));

describe('how an office numbers its letters', () => {
  it('is by letter type unless it says otherwise', () => {
    expect(numberingOf({})).toEqual({ mask: defaultNumberMask, scope: 'type' });
    expect(numberingFault(numberingOf({}))).toBeUndefined();
  });

  it.each([
    ['[nomor_surat]/[singkatan]/[tahun]', 'type'],
    ['[kode_surat]/[nomor_surat,4]/DPK/[tahun]', 'classification'],
    ['[nomor_surat]/DPK/[tahun]', 'office'],
  ])('follows from what %s tells apart', (mask, scope) => expect(numberingOf({ mask })).toEqual({ mask, scope }));

  it.each([
    ['[kode_surat]/[nomor_surat]/[tahun]', 'type', /lacks \[singkatan\]: counted by type/],
    ['[singkatan]/[nomor_surat]/[tahun]', 'classification', /lacks \[kode_surat\]/],
    ['[kode_surat]/[singkatan]/[tahun]', 'type', /lacks \[nomor_surat\]/],
    ['[nomor_surat]/[singkatan]/[bulan_romawi]', 'type', /lacks \[tahun\]/],
    ['DPK', 'office', /lacks \[nomor_surat\], \[tahun\]/],
    ['[nomor_surat]/[singkatan][bulan_romawi]/[tahun]', 'type', /between the parts/],
    ['[nomor_surat]/[singkatan]X[bulan_romawi]/[tahun]', 'type', /between the parts/],
    ['[nomor_surat]/[desa]/[tahun]', 'office', /unknown placeholder \[desa\]/],
    ['[nomor_surat]/[nomor_surat,x]/[tahun]', 'office', /unknown placeholder/],
    ['[nomor_surat]_[tahun]', 'office', /others than letters/],
    [`[nomor_surat]/${'A'.repeat(75)}/[tahun]`, 'office', /more than 80/],
  ] as const)('is refused when %s cannot keep numbers apart by %s', (mask, scope, why) => expect(fault(mask, scope)).toMatch(why));

  it.each([
    ['[nomor_surat]/[singkatan]/[tahun]', 'office'],
    ['[kode_surat].[nomor_surat,3]-[singkatan]/[bulan]/[tahun]', 'classification'],
  ] as const)('may name more than it counts by: %s', (mask, scope) => expect(fault(mask, scope)).toBeUndefined());
});
