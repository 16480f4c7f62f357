import { document } from '@e-sewaka/contract/document';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { loadCatalog, regions, villages } from './index.js';

/** The schemas that the API publishes; what they do not declare is stripped from answers without a word. */
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({
  $id: 'https://e-sewaka.example/document',
  components: document.components,
});

function misfits(name: string, value: unknown) {
  const check = ajv.getSchema(`https://e-sewaka.example/document#/components/schemas/${name}`);
  if (!check) throw new Error(`the document has no schema ${name}`);
  return check(value) === true ? [] : (check.errors ?? []);
}

describe('what the API publishes', () => {
  it.each(
    loadCatalog()
      .list()
      .map((service) => ({ id: service.id, service })),
  )('has room for all of $id', ({ service }) => {
    const { examples, ...definition } = service;
    expect(examples.valid.length).toBeGreaterThan(0);
    expect(misfits('Service', definition)).toEqual([]);
  });

  it('would notice what it has no room for', () => {
    const [service] = loadCatalog().list();
    expect(misfits('Service', { ...service, surprise: true }).map(({ keyword }) => keyword)).toContain(
      'additionalProperties',
    );
  });

  it('has room for every region and village', () => {
    for (const region of regions) expect(misfits('Region', region)).toEqual([]);
    for (const { letterNumberMask, sample, ...profile } of villages) {
      expect([typeof letterNumberMask, sample]).toEqual(['string', true]);
      expect(misfits('Village', profile)).toEqual([]);
    }
  });

  it.each(
    loadCatalog()
      .list()
      .map((service) => ({ id: service.id, service })),
  )('keeps the example of $id acceptable', ({ service }) => {
    const name = `${service.id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}Answers`;
    for (const { answers } of service.examples.valid) expect(misfits(name, answers)).toEqual([]);
  });
});
