import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../live-catalog.js';
import { engines } from '../../testing/engines.js';
import { approval, elsewhere, fileOne, home, openBench, step, type Bench } from '../testing.js';

const shared = fileURLToPath(new URL('../../../../catalog/services/surat-keterangan-domisili.yaml', import.meta.url));
const silent = { warn() {}, info() {} };

describe.each(engines)('services on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine, {}, (directory) => openCatalog(directory, silent))));
  afterAll(() => bench.close());
  const ids = async (query = ''): Promise<string[]> =>
    (await bench.call('GET', `/v1/services${query}`)).json<{ data: { id: string }[] }>().data.map((each) => each.id);

  it('are found by the words people use, and held by their tag', async () => {
    expect(await ids('?query=kos')).toContain('surat-keterangan-domisili');
    expect(await ids('?query=domisil')).toContain('surat-keterangan-domisili');
    expect(await ids('?query=zzzz')).toEqual([]);
    expect((await bench.call('GET', '/v1/services?query=5171041203909001')).json()).toMatchObject({ code: 'identifier_in_query' });
    const first = await bench.call('GET', '/v1/services');
    expect((await bench.call('GET', '/v1/services', { headers: { 'if-none-match': String(first.headers['etag']) } })).statusCode).toBe(304);
  });

  it('are narrowed to the people they are for', async () => {
    expect(await ids('?audience=nonpermanent')).toEqual(expect.arrayContaining(['surat-keterangan-domisili', 'surat-tanda-lapor-diri']));
    expect(await ids('?audience=nonpermanent')).not.toContain('akta-kelahiran');
    expect((await bench.call('GET', '/v1/services?audience=cats')).statusCode).toBe(400);
  });

  it('come in pages', async () => {
    const all = await ids();
    const first = (await bench.call('GET', '/v1/services?limit=2')).json<{ data: { id: string }[]; page: { next: string } }>();
    const second = (await bench.call('GET', `/v1/services?limit=2&cursor=${first.page.next}`)).json<{ data: { id: string }[] }>();
    expect([...first.data, ...second.data].map((each) => each.id)).toEqual(all.slice(0, 4));
    expect((await bench.call('GET', `/v1/services?limit=2&query=kos&cursor=${first.page.next}`)).json()).toMatchObject({ code: 'invalid_cursor' });
  });

  it('ask for documents by the answers given so far', async () => {
    const ask = async (answers: object): Promise<string[]> =>
      (await bench.call('POST', '/v1/services/surat-keterangan-domisili/requirements', { body: { answers } })).json<{ requirements: { id: string }[] }>().requirements.map((each) => each.id);
    expect(await ask({ tenure: 'rent' })).toContain('pernyataan-pemilik');
    expect(await ask({ tenure: 'own' })).not.toContain('pernyataan-pemilik');
  });

  it("of a village work like the built-in ones: served, filed, approved, issued, verified; a broken file changes nothing", async () => {
    const folder = join(bench.config.dataDirectory, 'services');
    await mkdir(folder, { recursive: true });
    const text = await readFile(shared, 'utf8');
    const own = text.replace('id: surat-keterangan-domisili', 'id: lokal-domisili').replace('offered: { kinds: [desa, kelurahan] }', `offered: { villages: ['${home}'] }`).replace("classification: '470'", "classification: '479'");
    await writeFile(join(folder, 'lokal-domisili.yaml'), own);
    for (let waited = 0; !(await ids(`?village=${home}`)).includes('lokal-domisili'); waited += 100) {
      if (waited > 5_000) throw new Error('the new service never came');
      await new Promise((resume) => setTimeout(resume, 100));
    }
    expect(await ids(`?village=${elsewhere}`)).not.toContain('lokal-domisili');
    const person = bench.people[0] ?? expect.fail('nobody');
    await expect(fileOne(bench, person, 'lokal-domisili', elsewhere)).rejects.toThrow('service_not_offered');
    const filed = await fileOne(bench, person, 'lokal-domisili');
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    const { number } = signed.json<{ application: { letter: { number: string } } }>().application.letter;
    expect(number).toMatch(/^479\/001\//);
    const verdict = await bench.call('POST', '/v1/documents/verification', { body: { number, villageCode: home } });
    expect(verdict.json()).toMatchObject({ result: 'valid' });
    await writeFile(join(folder, 'lokal-rusak.yaml'), 'id: lokal-rusak\nversion: nothing\n');
    await new Promise((resume) => setTimeout(resume, 1_200));
    expect(await ids()).toContain('lokal-domisili');
  });
});

describe('villages and regions', () => {
  let bench: Bench;
  beforeAll(async () => {
    const [sqlite] = engines;
    bench = await openBench(sqlite ?? expect.fail('no engine'));
  });
  afterAll(() => bench.close());

  it('are all there, with real codes', async () => {
    const villages = (await bench.call('GET', '/v1/villages?limit=100')).json<{ data: { code: string; kind: string }[] }>().data;
    expect([villages.length, villages.filter((village) => village.kind === 'desa').length]).toEqual([43, 27]);
    expect((await bench.call('GET', `/v1/villages/${home}`)).json()).toMatchObject({ name: 'Dangin Puri Kangin', kind: 'desa' });
    expect((await bench.call('GET', `/v1/villages/${home}`)).body).not.toContain('letterNumberMask');
    expect((await bench.call('GET', '/v1/villages/51.71.09.2001')).statusCode).toBe(404);
    expect((await bench.call('GET', '/v1/villages/elsewhere')).statusCode).toBe(400);
  });

  it('are found by other spellings', async () => {
    const found = (await bench.call('GET', '/v1/regions?query=Ds.%20Sumerta%20Klod')).json<{ data: { name: string }[] }>().data;
    expect(found[0]?.name).toBe('Sumerta Kelod');
    const districts = (await bench.call('GET', '/v1/regions?parent=51.71')).json<{ data: unknown[] }>().data;
    expect(districts).toHaveLength(4);
  });
});
