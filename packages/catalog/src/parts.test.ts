import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { loadCatalog } from './index.js';
import { PartLibrary } from './parts.js';
import { changed, fixture, folder } from './testing/fixture.js';

const room = fileURLToPath(new URL('../', import.meta.url));
const filesIn = (path: string) => readdirSync(join(room, path)).map((name) => join(room, path, name));

it.each(['steps', 'requirements', 'stages', 'standards'])('has no shared %s that nobody uses', (kind) => {
  const services = filesIn('services')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const unused = filesIn(kind).filter((file) => !services.includes(`use: ${basename(file, '.yaml')}\n`));
  expect(unused).toEqual([]);
});

it("finds a catalogue's own part before the shared one", () => {
  const own = 'id: ktp-el\nlabel: { id: KTP saja, en: Just the card }\nways: [upload]\n';
  const root = folder({
    'services/surat-uji.yaml': fixture,
    'requirements/ktp-el.yaml': own,
  });
  const service = loadCatalog({ directory: join(root, 'services') }).get('surat-uji');
  expect(service?.requirements[0]?.label.en).toBe('Just the card');
});

it('lets keys beside `use` replace those of the part, and adds fields at its end', () => {
  const text = changed(
    '  - use: pemohon',
    '  - use: pemohon\n    title: { id: Lain, en: Other }\n    fields:\n      - { name: extra, type: email, required: false, label: { id: Surel, en: E-mail } }',
  );
  const root = folder({ 'services/surat-uji.yaml': text });
  const [step] = loadCatalog({ directory: join(root, 'services') }).get('surat-uji')?.steps ?? [];
  expect(step?.title.en).toBe('Other');
  expect(step?.fields.map(({ name }) => name).slice(-2)).toEqual(['occupation', 'extra']);
});

it('fills in a reference list by name', () => {
  const [first] = loadCatalog().get('surat-pengantar-skck')?.steps ?? [];
  const religion = first?.fields.find(({ name }) => name === 'religion');
  expect(religion).toMatchObject({
    type: 'select',
    options: expect.arrayContaining([expect.objectContaining({ value: 'hindu' })]) as unknown,
  });
});

it('never leaves its folder', () => {
  const library = new PartLibrary([room]);
  for (const id of ['../services/akta-kelahiran', '/etc/hosts', 'pemohon.yaml', 'Pemohon', ''])
    expect(library.find('steps', id)).toBeUndefined();
});
