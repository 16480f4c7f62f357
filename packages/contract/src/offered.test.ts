import { describe, expect, it } from 'vitest';
import { isFor, isOffered } from './offered.js';

const desa = { code: '51.71.04.2001', kind: 'desa' } as const;
const kelurahan = { code: '51.71.01.1001', kind: 'kelurahan' } as const;

describe('isOffered', () => {
  it.each([
    [{}, true, true],
    [{ kinds: ['desa'] }, true, false],
    [{ villages: ['51.71.01.1001'] }, false, true],
    [{ kinds: ['desa'], villages: ['51.71.01.1001'] }, false, false],
  ] as const)('%j is offered in a desa: %s, in a kelurahan: %s', (offered, inDesa, inKelurahan) => {
    expect([isOffered({ offered }, desa), isOffered({ offered }, kelurahan)]).toEqual([inDesa, inKelurahan]);
  });
});

describe('isFor', () => {
  it('is for everybody when it names nobody', () => {
    expect([isFor({}, 'business'), isFor({ audience: [] }, 'foreigner')]).toEqual([true, true]);
  });

  it('is only for whom it names', () => {
    expect([isFor({ audience: ['resident'] }, 'resident'), isFor({ audience: ['resident'] }, 'business')]).toEqual([true, false]);
  });
});
