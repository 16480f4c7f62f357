import { expect } from '@open-wc/testing';
import { explain, type LookupKind } from './explain.js';

const cases: readonly (readonly [LookupKind, string, string])[] = [
  ['nik', '5171 0441 0890 9001', 'plausible'],
  ['nik', '5171044508909001', 'plausible'],
  ['nik', '5171047113909001', 'impossible'],
  ['nik', '51710441', 'incomplete'],
  ['nik', 'NIK: abc', 'impossible'],
  ['nik', '', 'empty'],
  ['kk', '5171041203150003', 'plausible'],
  ['nib', '9120001234567', 'plausible'],
  ['nib', '0000000000000', 'impossible'],
  ['nip', '196807291993031006', 'plausible'],
  ['bpjs', '0001234567890', 'plausible'],
  ['letter', '470/012/SKD/5171042001/XI/2026', 'plausible'],
  ['letter', '470/012', 'incomplete'],
  ['tracking', 'abcd efgh jkmn pqrs tvwr', 'plausible'],
  ['tracking', 'ABCDEFGHJKMNPQRSTVW0', 'impossible'],
];

describe('explaining numbers', () => {
  for (const [kind, typed, state] of cases) {
    it(`finds ${kind} “${typed}” ${state}`, () => {
      expect(explain(kind, typed).state).to.equal(state);
    });
  }

  it('keeps warnings apart from errors', () => {
    const { state, warnings, errors } = explain('nik', '9851044108909001');
    expect({ state, warnings, errors }).to.deep.equal({ state: 'plausible', warnings: ['unknown_province'], errors: [] });
  });
});
