import { expect, it } from 'vitest';
import { explainRegionCode, formatRegionCode, maskRegionCode, parseRegionCode } from './region-code.js';

it.each([
  ['5171042001', '51.71.04.2001'],
  ['51.71.04.2001', '51.71.04.2001'],
  [' 51 71 04 ', '51.71.04'],
  ['51', '51'],
  ['517', undefined],
  ['51.71.04.20', undefined],
  ['toString', undefined],
])('reads %j', (typed, code) => {
  expect(parseRegionCode(typed)).toBe(code);
});

it.each([
  ['11', [], { level: 'province' }],
  ['10', ['impossible_region'], { level: 'province' }],
  ['51', [], { level: 'province' }],
  ['5171', [], { level: 'city', parentCode: '51' }],
  ['517104', [], { level: 'district', parentCode: '51.71' }],
  ['5171042001', [], { level: 'village', kind: 'desa', parentCode: '51.71.04' }],
  ['5171041004', [], { level: 'village', kind: 'kelurahan' }],
  ['5171043001', ['impossible_region'], { level: 'village' }],
  ['5171042000', ['impossible_region'], { level: 'village' }],
  ['5100', ['impossible_region'], { level: 'city' }],
  ['0171', ['impossible_region'], { level: 'city' }],
])('explains %s', (code, errors, parts) => {
  expect(explainRegionCode(code)).toMatchObject({ errors, parts });
});

it('warns of an unknown province and leaves other text alone', () => {
  expect(explainRegionCode('9971')).toMatchObject({ errors: [], warnings: ['unknown_province'] });
  expect(explainRegionCode('51711').errors).toEqual(['wrong_length']);
  expect(formatRegionCode('Renon')).toBe('Renon');
  expect(maskRegionCode('5171042001')).toBe('51.71.04.2001');
});
