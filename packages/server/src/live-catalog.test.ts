import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCatalog } from './live-catalog.js';

const warned: object[] = [];
const log = { warn: (fields: object) => void warned.push(fields), info: () => undefined };
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sewaka-catalog-'));
  await mkdir(join(directory, 'services'));
});
afterAll(() => rm(directory, { recursive: true }));

it('serves a village’s own service while it runs, and leaves a broken one out', async () => {
  const catalog = openCatalog(directory, log);
  const id = 'lokal-surat-keterangan-contoh';
  expect(catalog.get(id)).toBeUndefined();
  const [source] = [...catalog.source.values()];
  const model = await readFile(source ?? '', 'utf8');
  const file = join(directory, 'services', `${id}.yaml`);
  await writeFile(file, model.replace(/^id: .*/m, `id: ${id}`));
  await expect.poll(() => catalog.get(id)?.id, { timeout: 5_000 }).toBe(id);

  const shared = catalog.list().length - 1;
  await writeFile(file, 'id: [broken');
  await utimes(file, new Date(), new Date(Date.now() + 5_000));
  await expect.poll(() => catalog.list().length, { timeout: 5_000 }).toBe(shared);
  expect(warned).not.toEqual([]);
});
