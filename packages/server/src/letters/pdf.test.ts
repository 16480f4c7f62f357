import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from './content.js';
import { renderLetter } from './pdf.js';

const letter: LetterContent = {
  office: {
    above: ['Pemerintah Kota Denpasar', 'Kecamatan Denpasar Utara'],
    name: 'Desa Dangin Puri Kangin',
    address: 'Jalan Contoh 1, Denpasar 80000',
    contact: 'Telepon +62 361 0000 01',
  },
  title: 'Surat Keterangan Domisili',
  number: '470/001/5171042001/III/2025',
  opening: 'Yang bertanda tangan di bawah ini menerangkan bahwa:',
  rows: [
    { label: 'Nama', value: 'I Gusti Ngurah Agung Bagus Ketut Contoh Panjang Sekali Namanya Hingga Dua Baris, S.H., M.Si.' },
    { label: 'NIK', value: '5171 0401 0190 9001' },
    { label: 'Alamat', value: 'Jalan Kemuning 3, Banjar Kaja' },
  ],
  body: ['Nama tersebut benar berdomisili di wilayah kami.'],
  closing: 'Demikian surat ini dibuat untuk dipergunakan sebagaimana mestinya.',
  placeAndDate: 'Denpasar, 29 Maret 2025',
  validUntil: '29 April 2025',
  signatory: { title: 'Perbekel Dangin Puri Kangin', name: 'I Wayan Contoh' },
  trust: 'registered',
  verifyUrl: 'https://contoh.example/verify',
  verifyCode: 'ABCD-EFGH-JKMN-PQRS',
  qrText: `https://contoh.example/verify/ABCDEFGHJKMNPQRS#${'a'.repeat(640)}`,
  issuedAt: new Date('2025-03-29T01:00:00Z'),
};

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('renderLetter', () => {
  it('gives the same bytes for the same content', async () => {
    const hash = async (): Promise<string> => createHash('sha256').update(await renderLetter(letter)).digest('hex');
    expect(await hash()).toBe(await hash());
  });

  it('is tagged, Indonesian, titled and one page long', async () => {
    const pdf = await renderLetter(letter);
    const raw = pdf.toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(id-ID\)/);
    expect(raw).toMatch(/\/DisplayDocTitle true/);
    expect(raw).toContain('/StructTreeRoot');
    expect(pages(pdf)).toBe(1);
  });

  it('embeds what names of other scripts need', async () => {
    const pdf = await renderLetter({ ...letter, rows: [{ label: 'Nama', value: 'Đặng Thị Ngọc Šćepanović Ольга Ελένη' }] });
    const fonts = pdf.toString('latin1').match(/\/FontName/g)?.length ?? 0;
    expect(fonts).toBeGreaterThanOrEqual(5);
  });

  it('runs over several pages and breaks words without spaces', async () => {
    const body = Array.from({ length: 30 }, () => 'Keterangan yang panjang sekali. '.repeat(12)).concat('x'.repeat(900));
    const rows = [...letter.rows, { label: 'Catatan', value: 'Isi catatan panjang. '.repeat(400) }];
    expect(pages(await renderLetter({ ...letter, body, rows }))).toBeGreaterThan(3);
  });
});
