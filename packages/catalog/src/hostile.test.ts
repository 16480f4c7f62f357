import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { CatalogError, loadCatalog } from './index.js';
import { fixture, folder } from './testing/fixture.js';

type Step = string | number;

/** Every place in a value, the whole included. */
function* placesIn(value: unknown, path: readonly Step[] = []): Generator<readonly Step[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value))
    yield* placesIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The value with another at one place; without an own value there, it is taken away. */
function replaced(value: unknown, [step, ...rest]: readonly Step[], put: unknown): unknown {
  if (step === undefined) return put;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, put) : item));
  const entries = Object.entries({ ...(typeof value === 'object' ? value : {}) });
  return Object.fromEntries(entries.map(([key, child]) => [key, key === step ? replaced(child, rest, put) : child]));
}

const odd = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  [null],
  { use: 'pemohon' },
  { use: {} },
  { field: 'nik' },
  { all: null },
  { any: [1] },
  '{{',
  'constructor',
  '__proto__',
];

it('answers any distortion of a service with places and reasons, never with a crash', () => {
  const whole: unknown = parse(fixture, { merge: true });
  const root = folder({});
  const file = join(root, 'services/surat-uji.yaml');
  const change = fc.tuple(
    fc.constantFrom(...placesIn(whole)),
    fc.oneof(fc.constantFrom<unknown>(...odd), fc.jsonValue({ maxDepth: 2 })),
  );
  const property = fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
    writeFileSync(file, stringify(changes.reduce((now, [path, put]) => replaced(now, path, put), whole)));
    try {
      loadCatalog({ directory: join(root, 'services') });
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
      expect(error.problems.length).toBeGreaterThan(0);
      for (const { line, column, reason } of error.problems)
        expect([line > 0, column > 0, reason !== '']).toEqual([true, true, true]);
    }
  });
  fc.assert(property, { numRuns: 500, examples: [[[[['steps', 1, 'fields', 1, 'when', 'equals'], { toString: {} }]]]] });
});

it('leaves out what cannot be read, and is not held up by a flood of aliases', () => {
  const extra = folder({});
  mkdirSync(join(extra, 'lokal-folder.yaml'));
  symlinkSync(join(extra, 'nowhere'), join(extra, 'lokal-link.yaml'));
  writeFileSync(join(extra, 'lokal-flood.yaml'), `a: &a [x]\nb: [${Array.from({ length: 20_000 }, () => '*a').join(',')}]\n`);
  const begun = performance.now();
  const { list, problems } = loadCatalog({ extra, tolerant: true });
  expect(list().length).toBe(loadCatalog().list().length);
  const said = problems.map(({ file, reason }) => [basename(file), reason]);
  expect(said).toEqual([
    ['lokal-flood.yaml', expect.stringMatching(/alias/i)],
    ['lokal-folder.yaml', expect.stringMatching(/cannot be read/)],
    ['lokal-link.yaml', expect.stringMatching(/cannot be read/)],
  ]);
  expect(performance.now() - begun).toBeLessThan(10_000);
}, 30_000);

it('answers any text with places and reasons, never with a crash', () => {
  const root = folder({});
  const file = join(root, 'services/surat-uji.yaml');
  const cut = fc.tuple(fc.nat(fixture.length), fc.nat(fixture.length), fc.string({ unit: 'binary', maxLength: 8 }));
  const property = fc.property(cut, ([from, length, put]) => {
    writeFileSync(file, fixture.slice(0, from) + put + fixture.slice(from + (length % 40)));
    try {
      loadCatalog({ directory: join(root, 'services') });
    } catch (error) {
      if (!(error instanceof CatalogError)) throw error;
    }
  });
  fc.assert(property, { numRuns: 500 });
});
