import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, type Bench } from '../testing.js';

const profile = `address: Jalan Kemuning 12, Denpasar 80231
phone: "+62361000088"
hours:
  - { days: [monday], opens: "09:30", closes: "11:45" }
officers:
  - { post: head, title: Perbekel Uji Coba, name: Ni Luh Kepala Sendiri }
banjars:
  - { name: Kaja Sendiri, kind: dusun }
letterNumberMask: "[kode_surat]/[nomor_surat,4]/DPK/[tahun]"
`;

interface PublicVillage {
  readonly phone: string;
  readonly notice?: unknown;
  readonly banjars: readonly { readonly name: string }[];
}

describe.each(engines)("a village's own profile on $name", (engine) => {
  let bench: Bench;
  let file: string;
  beforeAll(async () => {
    bench = await openBench(engine, { SEWAKA_DEMO: 'on' });
    await mkdir(join(bench.test.directory, 'villages'));
    file = join(bench.test.directory, 'villages', `${home}.yaml`);
  });
  afterAll(() => bench.close());
  const village = async () => bench.call('GET', `/v1/villages/${home}`);
  const phone = async (): Promise<string> => (await village()).json<PublicVillage>().phone;

  it('is used while the server runs, under a new tag', async () => {
    const sample = await village();
    expect(sample.json<PublicVillage>().notice).toBeDefined();
    await writeFile(file, profile);
    await expect.poll(phone, { timeout: 5_000 }).toBe('+62361000088');
    const own = await village();
    expect(own.json()).toMatchObject({ banjars: [{ name: 'Kaja Sendiri' }], address: 'Jalan Kemuning 12, Denpasar 80231' });
    expect(own.json<PublicVillage>().notice).toBeUndefined();
    expect(own.headers['etag']).not.toBe(sample.headers['etag']);
    expect((await bench.call('GET', '/v1/villages?query=dangin%20puri%20kangin')).body).toContain('+62361000088');
  });

  it('heads the letter, numbers it, and says when it can be fetched', async () => {
    const somebody = bench.people[40] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, somebody);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    const { letter } = signed.json<{ application: { letter: { number: string; documentId: string } } }>().application;
    expect(letter.number).toMatch(/^470\/\d{4}\/DPK\/2026$/);
    const tracked = await bench.call('GET', '/v1/tracking/application', { token: filed.accessToken });
    expect(tracked.json()).toMatchObject({
      contactPhone: '+62361000088',
      pickup: { hours: [{ days: ['monday'], opens: '09:30', closes: '11:45' }], place: 'Desa Dangin Puri Kangin, Jalan Kemuning 12, Denpasar 80231' },
    });
    const document = await bench.call('GET', `/v1/documents/${letter.documentId}`, { token: filed.accessToken });
    expect(document.json()).toMatchObject({ signatory: { title: 'Perbekel Uji Coba' } });
  });

  it('keeps what it had when the file breaks, and says where', async () => {
    await writeFile(file, (await readFile(file, 'utf8')).replace('opens: "09:30"', 'opens: "12:30"'));
    await utimes(file, new Date(), new Date(Date.now() + 5_000));
    await expect.poll(async () => (await phone()) && bench.log.filter((line) => line.includes('village profile not used')).length, { timeout: 5_000 }).toBe(1);
    expect(bench.log.find((line) => line.includes('village profile not used'))).toContain('before it opens at 12:30');
    expect(await phone()).toBe('+62361000088');
  });
});
