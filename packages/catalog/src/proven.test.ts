import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError, loadCatalog } from './index.js';
import { changed, fixture, folder } from './testing/fixture.js';

describe('a catalogue that was proven before', () => {
  let directory: string;
  let proven: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'sewaka-proven-'));
    proven = join(directory, 'cache', 'catalog.json');
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const kept = (): { key: string; services: { service: { title: { en: string } } }[] } => JSON.parse(readFileSync(proven, 'utf8')) as never;

  it('is the same as one that is read anew', () => {
    const first = loadCatalog({ proven });
    const again = loadCatalog({ proven });
    expect(again.list()).toEqual(loadCatalog().list());
    expect([...again.source]).toEqual([...first.source]);
  });

  it('is taken from the record, not parsed again', () => {
    const root = folder({ 'services/surat-uji.yaml': fixture });
    loadCatalog({ directory: join(root, 'services'), proven });
    const record = kept();
    record.services.forEach(({ service }) => (service.title.en = 'From the record'));
    writeFileSync(proven, JSON.stringify(record));
    expect(loadCatalog({ directory: join(root, 'services'), proven }).get('surat-uji')?.title.en).toBe('From the record');
  });

  it('is read and checked anew when any file changed, or the record is no record', () => {
    const root = folder({ 'services/surat-uji.yaml': fixture });
    const load = () => loadCatalog({ directory: join(root, 'services'), proven });
    load();
    writeFileSync(join(root, 'services/surat-uji.yaml'), changed('version: 1', 'version: 2'));
    expect(load().get('surat-uji')?.version).toBe(2);
    writeFileSync(proven, '{broken');
    expect(load().get('surat-uji')?.version).toBe(2);
    writeFileSync(join(root, 'services/surat-uji.yaml'), changed('version: 1', 'version: 0'));
    expect(load).toThrow(CatalogError);
    expect(load).toThrow(CatalogError);
  });

  it('works where nothing can be written', () => {
    writeFileSync(join(directory, 'cache'), 'a file where the folder should be');
    expect(loadCatalog({ proven }).list().length).toBeGreaterThan(0);
  });
});
