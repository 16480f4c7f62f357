import { expect } from '@open-wc/testing';
import type { Field } from '@e-sewaka/contract';
import { everyField } from './fixture.js';
import { keepingOf } from './keepable.js';

const field = (type: Field['type'], pii?: boolean): Field => {
  const found = everyField.find((one) => one.type === type);
  if (!found) throw new Error(`no ${type}`);
  return pii === undefined ? found : { ...found, pii };
};

describe('what a draft may keep', () => {
  it('is never an identifier', () => {
    for (const type of ['nik', 'kk', 'npwp', 'nib', 'phone', 'email'] as const) expect(keepingOf(field(type), 'x'), type).to.equal('never');
  });

  it('is a name or an address only encrypted, and a birth date where it is marked', () => {
    expect(keepingOf(field('name'), 'Ni Luh Sari')).to.equal('sealed');
    expect(keepingOf(field('address'), { street: 'Jalan Contoh No. 12, RT 003/RW 004', villageCode: '51.71.04.2001', postalCode: '80231' })).to.equal('sealed');
    expect(keepingOf(field('date', true), { day: '12', month: 'Maret', year: '1990' })).to.equal('sealed');
    expect(keepingOf(field('radios', true), 'own')).to.equal('sealed');
  });

  it('is not a story or a sum that is marked as personal', () => {
    expect(keepingOf(field('textarea', true), 'Ibu sakit')).to.equal('never');
    expect(keepingOf(field('textarea'), 'Menjual nasi')).to.equal('open');
    expect(keepingOf(field('money', true), '1500000')).to.equal('never');
    expect(keepingOf(field('money'), '150.000.000.000')).to.equal('open');
  });

  it('is nothing that looks like an identifier, in whatever field', () => {
    for (const text of ['5171045106909001', 'NIK 5171 0451 0690 9001', '5171.0451.0690.9001', '0812-0000-1234', 'paspor A1234567', 'sari@contoh.id'])
      expect(keepingOf(field('text'), text), text).to.equal('never');
    expect(keepingOf(field('address'), { street: 'NIK 5171045106909001' })).to.equal('never');
    expect(keepingOf(field('money'), '5171045106909001')).to.equal('never');
  });

  it('is an ordinary text with numbers in it, and a village by its code', () => {
    for (const text of ['Membuka rekening 2026', 'Jalan Gatot Subroto 12', 'Rp 15.000.000']) expect(keepingOf(field('text'), text), text).to.equal('open');
    expect(keepingOf(field('village'), '51.71.04.2001')).to.equal('open');
  });
});
