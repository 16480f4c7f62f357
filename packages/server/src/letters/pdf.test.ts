import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import reader from 'jsqr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { LetterContent } from './content.js';
import { renderLetter } from './pdf.js';
import { textOf } from './testing.js';

const letter: LetterContent = {
  office: {
    above: ['Pemerintah Kota Denpasar', 'Kecamatan Denpasar Utara'],
    name: 'Desa Dangin Puri Kangin',
    address: 'Jalan Contoh 1, Denpasar 80000',
    contact: 'Telepon +62 361 0000 01',
  },
  title: 'Surat Keterangan Domisili',
  number: '470/001/SKD/5171042001/III/2025',
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

/** What the pages draw: the content streams, unpacked. */
function drawn(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const streams = [...raw.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head, 1: length }) =>
    pdf.subarray(index + head.length, index + head.length + Number(length)),
  );
  return streams.map((bytes) => (bytes[0] === 0x78 ? inflateSync(bytes).toString('latin1') : '')).join('\n');
}

/** Scans the code as drawn on the paper: printed at 300 dpi, a little blurred and turned, seen by a camera. */
async function scan(pdf: Buffer): Promise<string | undefined> {
  const side = 122;
  const [, left, top, squares] = new RegExp(`([\\d.]+) ([\\d.]+) ${side} ${side} re([^Q]*)`).exec(drawn(pdf)) ?? [];
  const dark = [...(squares ?? '').matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(
    ([, x, y, width, height]) => `<rect x="${Number(x) - Number(left)}" y="${Number(y) - Number(top)}" width="${width}" height="${height}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="508" height="508"><rect width="${side}" height="${side}" fill="#fff"/>${dark.join('')}</svg>`;
  const photo = sharp(Buffer.from(svg)).rotate(4, { background: '#eee' }).blur(0.6).ensureAlpha().raw();
  const { data, info } = await photo.toBuffer({ resolveWithObject: true });
  return reader.default(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

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

  it('draws a code that a scanner reads, and links it to the same text', async () => {
    const pdf = await renderLetter(letter);
    expect(await scan(pdf)).toBe(letter.qrText);
    const raw = pdf.toString('latin1');
    expect(/\/URI \((\S+?)\)/.exec(raw)?.[1]).toBe(letter.qrText);
    expect(raw).toMatch(/\/S \/Link/);
    expect(raw).toMatch(/\/Type \/OBJR/);
    expect(raw).toMatch(/\/StructParent \d/);
  });

  it.each([
    ['wet', 'tanda tangan basah', undefined],
    ['registered', 'terdaftar (tanpa sertifikat elektronik pejabat)', 'Diterbitkan secara elektronik'],
    ['certified', 'tersertifikasi', 'Ditandatangani secara elektronik'],
  ] as const)('says on a letter of trust %s how far it can be trusted', async (trust, level, made) => {
    const text = textOf(await renderLetter({ ...letter, trust })).replaceAll('\n', ' ');
    expect(text).toContain(`Tingkat kepercayaan: ${level}.`);
    expect(text.includes('BSrE')).toBe(trust === 'certified');
    expect(/(Diterbitkan|Ditandatangani) secara elektronik/.exec(text)?.[0]).toBe(made);
    expect(text).toContain(`di ${letter.verifyUrl} dengan kode ${letter.verifyCode}.`);
  });

  it('fits a usual letter with its signature on one page', async () => {
    const rows = Array.from({ length: 11 }, (_, at) => ({ label: `Keterangan ${at}`, value: 'Isi' }));
    const body = ['Satu paragraf yang cukup panjang untuk dua baris pada lembar surat. '.repeat(2), 'Paragraf kedua. '.repeat(14)];
    expect(pages(await renderLetter({ ...letter, rows, body }))).toBe(1);
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
