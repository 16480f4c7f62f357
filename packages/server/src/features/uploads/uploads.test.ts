import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { elsewhere, home, openBench, submissionFor, type Bench } from '../testing.js';
import { sweepUploads } from './sweep.js';

const tus = { 'tus-resumable': '1.0.0' };
const part = { ...tus, 'content-type': 'application/offset+octet-stream' };

describe.each(engines)('uploads over HTTP on $name', (engine) => {
  let bench: Bench;
  let url = '';
  let photo = Buffer.alloc(0);
  beforeAll(async () => {
    bench = await openBench(engine);
    url = await bench.app.listen({ port: 0, host: '127.0.0.1' });
    photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#336699', noise: { type: 'gaussian', mean: 100, sigma: 40 } } }).jpeg().toBuffer();
  });
  afterAll(() => bench.close());

  const begin = async (size: number, name = 'kartu.jpg'): Promise<Response> =>
    fetch(`${url}/v1/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': String(size), 'upload-metadata': `filename ${btoa(name)}` } });
  const append = async (place: string, offset: number, bytes: Buffer): Promise<Response> =>
    fetch(url + place, { method: 'PATCH', headers: { ...part, 'upload-offset': String(offset) }, body: new Uint8Array(bytes) });
  const state = async (place: string): Promise<unknown> => (await fetch(url + place)).json();
  async function send(bytes: Buffer, name?: string): Promise<string> {
    const place = (await begin(bytes.length, name)).headers.get('location') ?? expect.fail('no place');
    expect((await append(place, 0, bytes)).status).toBe(204);
    return place;
  }
  const idOf = (place: string): string => place.split('/').at(-1) ?? '';
  function withUpload(uploadIds: string[]) {
    const person = bench.people[0] ?? expect.fail('nobody');
    const submission = submissionFor(bench, person);
    const [requirement = ''] = Object.keys(submission.documents);
    return { requirement, submission: { ...submission, documents: { ...submission.documents, [requirement]: { way: 'upload' as const, uploadIds } } } };
  }

  it('go on where they were cut off', async () => {
    const begun = await begin(photo.length);
    expect(begun.status).toBe(201);
    const place = begun.headers.get('location') ?? '';
    expect(place).toMatch(/^\/v1\/uploads\/upl_[a-z2-7]{26}$/);
    expect((await append(place, 0, photo.subarray(0, 100))).status).toBe(204);
    expect(await state(place)).toMatchObject({ state: 'receiving', received: 100, size: photo.length, name: 'kartu.jpg' });
    const asked = await fetch(url + place, { method: 'HEAD', headers: tus });
    expect(asked.headers.get('upload-offset')).toBe('100');
    const wrong = await append(place, 50, photo.subarray(50));
    expect(wrong.status).toBe(409);
    expect(await wrong.json()).toMatchObject({ code: 'upload_offset_mismatch' });
    expect((await append(place, 100, photo.subarray(100))).status).toBe(204);
    expect(await state(place)).toMatchObject({ state: 'clean', mediaType: 'image/jpeg' });
    const after = await fetch(url + place, { method: 'HEAD', headers: tus });
    expect(after.headers.get('upload-offset')).toBe(String(photo.length));
  });

  it('are judged later when the server died before it could', async () => {
    const place = (await begin(photo.length)).headers.get('location') ?? '';
    await writeFile(join(bench.config.dataDirectory, 'uploads', 'incoming', idOf(place)), photo);
    expect(await state(place)).toMatchObject({ state: 'checking', received: photo.length });
    await expect.poll(() => state(place), { timeout: 5_000 }).toMatchObject({ state: 'clean' });
  });

  it('say why a file is refused, and a refused file cannot be submitted', async () => {
    const place = await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'foto.jpg');
    expect(await state(place)).toMatchObject({ state: 'refused', refusal: 'type_not_accepted' });
    const { requirement, submission } = withUpload([idOf(place)]);
    const answer = await bench.call('POST', '/v1/applications', { body: submission });
    expect(answer.json()).toMatchObject({ code: 'validation_failed', errors: [{ pointer: `/documents/${requirement}/uploadIds/0`, code: 'document_not_ready' }] });
  });

  it('belong to one application alone once they are submitted', async () => {
    const place = await send(photo, 'kartu keluarga.png');
    const { submission } = withUpload([idOf(place)]);
    const filed = await bench.call('POST', '/v1/applications', { body: submission });
    expect(filed.statusCode).toBe(201);
    expect((await bench.call('POST', '/v1/applications', { body: submission })).json()).toMatchObject({ code: 'validation_failed' });
    expect((await fetch(url + place)).status).toBe(404);
    expect((await fetch(url + place, { method: 'DELETE', headers: tus })).status).toBe(404);

    const { id } = filed.json<{ application: { id: string } }>().application;
    const file = `/v1/desk/applications/${id}/files/${idOf(place)}`;
    const got = await bench.call('GET', file, { cookie: await bench.officer(home, 'operator') });
    expect(got.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': 'attachment; filename="kartu_keluarga.jpg"' });
    expect((await bench.call('GET', file, { cookie: await bench.officer(elsewhere, 'operator') })).statusCode).toBe(404);
  });

  it('are judged whatever the browser called them', async () => {
    for (const odd of [`filename ${btoa('a\0b.jpg')},filetype ${btoa('image/\0jpeg')}`, `filename ${btoa('\xff\xed\xa0\x80')},filetype ${btoa('\xff')}`]) {
      const begun = await fetch(`${url}/v1/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': String(photo.length), 'upload-metadata': odd } });
      const place = begun.headers.get('location') ?? expect.fail('no place');
      await append(place, 0, photo);
      expect(await state(place)).toMatchObject({ state: 'clean' });
    }
  });

  it('can be thrown away', async () => {
    const place = await send(photo);
    expect((await fetch(url + place, { method: 'DELETE', headers: tus })).status).toBe(204);
    expect((await fetch(url + place)).status).toBe(404);
  });

  it('refuse what is too large, misspelt or unknown, as problems', async () => {
    const large = await begin(100_000_000);
    expect([large.status, await large.json()]).toMatchObject([413, { code: 'payload_too_large' }]);
    const odd = await fetch(`${url}/v1/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': '5', 'upload-metadata': 'filename ***' } });
    expect([odd.status, await odd.json()]).toMatchObject([400, { code: 'invalid_request' }]);
    const unknown = await append(`/v1/uploads/upl_${'a'.repeat(26)}`, 0, photo);
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'not_found' }]);
    const versionless = await fetch(`${url}/v1/uploads`, { method: 'POST', headers: { 'upload-length': '5' } });
    expect(versionless.status).toBeGreaterThanOrEqual(400);
    expect(versionless.status).toBeLessThan(500);
  });

  it('leave nothing behind after a day', async () => {
    const place = (await begin(photo.length)).headers.get('location') ?? '';
    await append(place, 0, photo.subarray(0, 10));
    const unclaimed = await send(photo);
    const incoming = join(bench.config.dataDirectory, 'uploads', 'incoming');
    const longAgo = new Date(bench.now.getTime() - 25 * 3_600_000);
    for (const name of await readdir(incoming)) await utimes(join(incoming, name), longAgo, longAgo);
    const today = bench.now;
    const later = new Date(today.getTime() + 25 * 3_600_000);
    const { db } = bench.test;
    const log = { debug() {}, info() {}, warn() {}, error() {} };
    await sweepUploads({ config: bench.config, db, clock: () => later, log });
    expect(await readdir(incoming)).toEqual([]);
    expect((await fetch(url + unclaimed)).status).toBe(404);
    expect(await readdir(join(bench.config.dataDirectory, 'uploads', 'clean'))).not.toContain(idOf(unclaimed));
  });
});
