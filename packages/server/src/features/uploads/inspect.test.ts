import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspect, writeWhole, type Inspection } from './inspect.js';

let folder = '';
let photo = Buffer.alloc(0);

const pdf = (objects: string, tail = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n${objects}\ntrailer\n<</Root 1 0 R>>\n%%EOF\n${tail}`, 'latin1');
const stream = (dictionary: string, content: Buffer): string =>
  `5 0 obj\n<<${dictionary}/Length ${content.length}>>\nstream\n${content.toString('latin1')}\nendstream\nendobj`;

async function verdict(bytes: Buffer): Promise<Inspection> {
  const path = join(folder, 'case');
  await writeFile(path, bytes);
  return inspect(path, 10_000_000);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sewaka-inspect-'));
  photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#884422' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'MARKER-EXIF' } })
    .toBuffer();
});

describe('inspect', () => {
  it('takes plain documents', async () => {
    expect(await verdict(pdf(''))).toMatchObject({ mediaType: 'application/pdf' });
    expect(await verdict(pdf('3 0 obj\n<</OpenAction [2 0 R /XYZ null null 0]>>\nendobj'))).toMatchObject({ mediaType: 'application/pdf' });
    expect(await verdict(pdf(stream('/Filter/FlateDecode', deflateSync('BT (hello) Tj ET'))))).toMatchObject({ mediaType: 'application/pdf' });
  });

  it('draws images anew: metadata and whatever lies behind the end are gone', async () => {
    expect(photo.includes('MARKER-EXIF')).toBe(true);
    const result = await verdict(Buffer.concat([photo, Buffer.from('PK\u0003\u0004 MARKER-TAIL <script>')]));
    if (!('clean' in result)) throw new Error(`refused: ${result.refusal}`);
    expect(result.mediaType).toBe('image/jpeg');
    expect(result.clean.includes('MARKER')).toBe(false);
  });

  const hostile: readonly [name: string, bytes: () => Buffer | Promise<Buffer>, refusal: string][] = [
    ['an empty file', () => Buffer.alloc(0), 'damaged'],
    ['one byte too many', () => Buffer.alloc(10_000_001), 'too_large'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'type_not_accepted'],
    ['a page', () => Buffer.from('<!doctype html><script>1</script>'), 'type_not_accepted'],
    ['a ZIP', () => Buffer.from('504b03040a0000000000', 'hex'), 'type_not_accepted'],
    ['a GIF with an archive', () => Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(40), Buffer.from('PK')]), 'type_not_accepted'],
    ['a program', () => Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(64)]), 'type_not_accepted'],
    ['the EICAR file', () => Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'type_not_accepted'],
    ['EICAR in a PDF', () => pdf('% $EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$'), 'active_content'],
    ['a script', () => pdf('3 0 obj\n<</S/JavaScript/JS(app.alert(1))>>\nendobj'), 'active_content'],
    ['a script in spelt-out letters', () => pdf('3 0 obj\n<</S/J#61va#53cript>>\nendobj'), 'active_content'],
    ['a script in an object stream', () => pdf(stream('/Type/ObjStm/Filter/FlateDecode', deflateSync('3 0 <</S/JavaScript>>'))), 'active_content'],
    ['an object stream packed oddly', () => pdf(stream('/Type/ObjStm/Filter/LZWDecode', Buffer.from('zzzz'))), 'damaged'],
    ['an object stream whose type is spelt out', () => pdf(stream('/Type/Obj#53tm/Filter/LZWDecode', Buffer.from('zzzz'))), 'damaged'],
    ['an object stream without a type', () => pdf(stream('/N 1/First 4/Filter/ASCIIHexDecode', Buffer.from('33203020>'))), 'damaged'],
    ['an object stream far from its type', () => pdf(stream(`/Type/ObjStm/X(${'x'.repeat(900)})/Filter/LZWDecode`, Buffer.from('zzzz'))), 'damaged'],
    ['an object stream packed twice', () => pdf(stream('/Type/ObjStm/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync('x')))), 'damaged'],
    ['an object stream with a predictor', () => pdf(stream('/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>', deflateSync('x'))), 'damaged'],
    ['a script after a bare carriage return', () => pdf(`5 0 obj\n<</Filter/FlateDecode>>\nstream\r${deflateSync('<</S/JavaScript>>').toString('latin1')}\nendstream\nendobj`), 'active_content'],
    ['a way to somebody else’s file server', () => pdf('3 0 obj\n<</S/GoToR/F(\\\\evil.example\\x)>>\nendobj'), 'active_content'],
    ['an action on opening', () => pdf('3 0 obj\n<</OpenAction <</S/URI/URI(x)>>>>\nendobj'), 'active_content'],
    ['an action on opening by reference', () => pdf('3 0 obj\n<</OpenAction 9 0 R>>\nendobj\n9 0 obj\n<</S/URI>>\nendobj'), 'active_content'],
    ['a program to launch', () => pdf('3 0 obj\n<</S/Launch/F(cmd.exe)>>\nendobj'), 'active_content'],
    ['an embedded file', () => pdf('3 0 obj\n<</Type/EmbeddedFile>>\nendobj'), 'active_content'],
    ['encryption', () => pdf('3 0 obj\n<</Encrypt 4 0 R>>\nendobj'), 'encrypted'],
    ['an archive behind the end', () => pdf('', `PK\u0003\u0004${'x'.repeat(200)}`), 'damaged'],
    ['a torn PDF', () => pdf('').subarray(0, 40), 'damaged'],
    ['half an image', () => photo.subarray(0, photo.length / 2), 'damaged'],
    ['a hundred megapixels', () => sharp({ create: { width: 10_000, height: 10_000, channels: 3, background: '#000' } }).png().toBuffer(), 'too_many_pixels'],
  ];
  it.each(hostile)('refuses %s', async (_, bytes, refusal) => {
    expect(await verdict(await bytes())).toEqual({ refusal });
  });
});

describe('the time an inspection takes', () => {
  it.each([
    ['openings', `${'/OpenAction 1 0 R '.repeat(60_000)}\n9 0 obj\n[2 0 R]\nendobj`, 'active_content'],
    ['beginnings', `${'stream\n'.repeat(400_000)}endstream`, 'damaged'],
    ['streams', `${'stream\nx\nendstream\n'.repeat(100_000)}`, 'damaged'],
  ])('does not grow with the square of %s', async (_, objects, refusal) => {
    const begun = performance.now();
    const found = await verdict(pdf(objects));
    expect('refusal' in found ? found.refusal : undefined).toBe(refusal);
    expect(performance.now() - begun).toBeLessThan(5_000);
  }, 60_000);

  it('is bounded for images that must be unpacked as a whole', async () => {
    const plain = { create: { width: 5_200, height: 5_200, channels: 4, background: '#12345680' } } as const;
    const interlaced = await sharp(plain).png({ progressive: true }).toBuffer();
    expect(await verdict(interlaced)).toEqual({ refusal: 'too_many_pixels' });
    expect(await verdict(await sharp(plain).png().toBuffer())).toMatchObject({ mediaType: 'image/png' });
  }, 60_000);
});

describe('writeWhole', () => {
  it('leaves no temporary file behind', async () => {
    const path = join(folder, 'whole');
    await writeWhole(path, Buffer.from('abc'));
    expect(await readFile(path, 'utf8')).toBe('abc');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
