import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogError, loadCatalog, type CatalogOptions, type CatalogProblem } from './index.js';
import { changed, fixture, folder } from './testing/fixture.js';

function problemsOf(options: CatalogOptions): readonly CatalogProblem[] {
  try {
    loadCatalog(options);
  } catch (error) {
    if (error instanceof CatalogError) return error.problems;
    throw error;
  }
  return [];
}

const short = (problem: CatalogProblem) => `${basename(problem.file)}:${problem.line} ${problem.reason}`;

describe('loadCatalog', () => {
  it('loads the six services of this package, ordered by id', () => {
    expect(
      loadCatalog()
        .list()
        .map(({ id }) => id),
    ).toEqual([
      'akta-kelahiran',
      'surat-keterangan-domisili',
      'surat-keterangan-tidak-mampu',
      'surat-keterangan-usaha',
      'surat-pengantar-skck',
      'surat-tanda-lapor-diri',
    ]);
  });

  it('loads a new file without anything else', () => {
    const root = folder({ 'services/surat-uji.yaml': fixture });
    const catalog = loadCatalog({ directory: join(root, 'services') });
    expect(catalog.get('surat-uji')?.title.en).toBe('Test letter');
    expect(catalog.source.get('surat-uji')).toBe(join(root, 'services/surat-uji.yaml'));
    expect(catalog.get('constructor')).toBeUndefined();
  });

  it("loads a village's own service, which may use the shared parts", () => {
    const root = folder({ 'own/lokal-uji.yaml': changed('id: surat-uji', 'id: lokal-uji') });
    const catalog = loadCatalog({ extra: join(root, 'own') });
    expect(catalog.list()).toHaveLength(7);
    expect(catalog.get('lokal-uji')?.steps[0]?.fields[0]?.name).toBe('fullName');
  });

  it('loads the whole file that the guide shows', () => {
    const guide = readFileSync(new URL('../../../docs/writing-a-service.md', import.meta.url), 'utf8');
    const [, shown = ''] = /## A whole file[\s\S]*?```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
    const root = folder({ 'own/lokal-izin-keramaian.yaml': shown });
    expect(loadCatalog({ extra: join(root, 'own') }).get('lokal-izin-keramaian')?.letter?.title).toBe('Surat Izin Keramaian');
  });

  it('needs no folder of village services', () => {
    expect(loadCatalog({ extra: '/nowhere/at/all' }).list()).toHaveLength(6);
  });

  it('keeps the ids of villages and of the catalogue apart', () => {
    const root = folder({
      'services/lokal-uji.yaml': changed('id: surat-uji', 'id: lokal-uji'),
      'own/surat-uji.yaml': fixture,
    });
    expect(problemsOf({ directory: join(root, 'services'), extra: join(root, 'own') }).map(short)).toEqual([
      'lokal-uji.yaml:1 only a village\'s own service may start with "lokal-"',
      'surat-uji.yaml:1 the id of a village\'s own service must start with "lokal-"',
    ]);
  });

  it('leaves broken village files out when asked to be tolerant, and says why', () => {
    const root = folder({
      'own/lokal-baik.yaml': changed('id: surat-uji', 'id: lokal-baik'),
      'own/lokal-rusak.yaml': changed('id: surat-uji', 'id: lokal-rusak\nversion: x'),
    });
    const catalog = loadCatalog({ extra: join(root, 'own'), tolerant: true });
    expect(catalog.get('lokal-baik')).toBeDefined();
    expect(catalog.get('lokal-rusak')).toBeUndefined();
    expect(catalog.problems.map(short)).toEqual(['lokal-rusak.yaml:3 Map keys must be unique']);
  });

  it('says how a letter from before letter types had names is put right', () => {
    const root = folder({ 'own/lokal-lama.yaml': changed('  abbreviation: SKU\n', '', changed('id: surat-uji', 'id: lokal-lama')) });
    const { problems } = loadCatalog({ extra: join(root, 'own'), tolerant: true });
    expect(problems.map(short)).toEqual([expect.stringMatching(/^lokal-lama\.yaml:\d+ "abbreviation" is missing: add .*"abbreviation: SKD"$/)]);
  });

  it('never tolerates a broken file of its own', () => {
    const root = folder({ 'services/surat-uji.yaml': 'id: surat-uji' });
    expect(() => loadCatalog({ directory: join(root, 'services'), tolerant: true })).toThrow(CatalogError);
  });

  it('says every problem of every file at once', () => {
    const root = folder({
      'services/satu.yaml': changed(
        'category: general',
        'category: nothing',
        changed('id: surat-uji', 'id: satu').replace('max: 9', 'max: 0'),
      ),
      'services/dua.yaml': changed(
        'version: 1',
        'version: 0',
        changed('id: surat-uji', 'id: dua').replace('equals: other', 'equals: nope'),
      ),
    });
    expect(problemsOf({ directory: join(root, 'services') }).map(short)).toEqual([
      'dua.yaml:2 must be >= 1',
      'dua.yaml:26 "nope" is not an option of "purpose"',
      'satu.yaml:5 must be one of residence, social, business, civil, police, general',
      'satu.yaml:32 min is above max',
    ]);
  });

  it('writes file, line, column and reason into the message', () => {
    const root = folder({ 'services/surat-uji.yaml': changed('version: 1', 'version: satu') });
    expect(() => loadCatalog({ directory: join(root, 'services') })).toThrow(
      /surat-uji\.yaml:2:10 must be of type integer$/,
    );
  });

  it('names the folder when there is none', () => {
    expect(problemsOf({ directory: '/nowhere/services' }).map(({ reason }) => reason)).toEqual(['is not a folder']);
  });

  it('refuses files that are far too large', () => {
    const root = folder({ 'services/surat-uji.yaml': fixture });
    appendFileSync(join(root, 'services/surat-uji.yaml'), `# ${'x'.repeat(600_000)}\n`);
    expect(problemsOf({ directory: join(root, 'services') })[0]?.reason).toMatch(/larger than/);
  });

  it('refuses a bomb of aliases instead of unfolding it', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `  l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}*l${level}]`,
    );
    const root = folder({ 'services/surat-uji.yaml': `x-bomb:\n  l0: &l0 [a]\n${levels.join('\n')}\n${fixture}` });
    expect(problemsOf({ directory: join(root, 'services') })[0]?.reason).toMatch(/alias/i);
  });

  it('reads again what changed on disk', () => {
    const root = folder({ 'services/surat-uji.yaml': fixture });
    const directory = join(root, 'services');
    loadCatalog({ directory });
    writeFileSync(join(directory, 'surat-uji.yaml'), changed('version: 1', 'version: 2'));
    expect(loadCatalog({ directory }).get('surat-uji')?.version).toBe(2);
  });
});
