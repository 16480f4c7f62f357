import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundle } from './generate/bundle.mjs';
import { piiNamesOf } from './generate/names.mjs';
import { tableOf } from './generate/operations.mjs';
import { operationsOf, pascal, resolve } from './generate/places.mjs';
import { expandProblems } from './generate/problems.mjs';
import { resourcesModule } from './generate/resources.mjs';
import { mergeServices } from './generate/services.mjs';
import { typesOf } from './generate/types.mjs';
import { buildDocument, generatedFiles } from './generate.mjs';

let document;
beforeAll(async () => {
  ({ document } = await buildDocument());
});

describe('the generated document', () => {
  it('is the same bytes every time', async () => {
    const again = await buildDocument();
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(document));
    expect(await generatedFiles(again.document)).toEqual(await generatedFiles(document));
  });

  it('stands alone: every reference points into it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) expect(resolve(document, { $ref: reference })).toBeTypeOf('object');
  });

  it('tells the services apart by their id, and takes those of a single village', () => {
    const { CatalogSubmission, ApplicationSubmission } = document.components.schemas;
    const ids = Object.keys(CatalogSubmission.discriminator.mapping);
    expect(ids).toContain('surat-keterangan-domisili');
    for (const id of ids) {
      const member = resolve(document, { $ref: CatalogSubmission.discriminator.mapping[id] });
      expect(member.properties.serviceId.const).toBe(id);
      expect(member.properties.answers.$ref).toBe(`#/components/schemas/${pascal(id)}Answers`);
    }
    expect(ApplicationSubmission.oneOf.at(-1).$ref).toBe('#/components/schemas/LokalSubmission');
  });

  it('says for every operation how it can refuse, and each code once', () => {
    for (const { operation } of operationsOf(document)) {
      const refusals = Object.entries(operation.responses).filter(([status]) => status >= '400');
      const codes = refusals.flatMap(
        ([, one]) => resolve(document, one).content['application/problem+json'].schema.allOf[1].properties.code.enum,
      );
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).toEqual(expect.arrayContaining(['rate_limited', 'internal_error', 'unavailable']));
    }
  });
});

describe('what is derived from it', () => {
  it('knows how each operation is carried', () => {
    const table = tableOf(document);
    expect(table['applications.submit']).toMatchObject({
      wire: { method: 'POST', path: '/v1/applications', idempotent: true, auth: 'optional' },
      facts: {
        success: 201,
        ifMatch: false,
        security: ['publishable', 'citizen', 'service'],
        scopes: ['applications:write'],
      },
    });
    expect(table['applications.correct']).toMatchObject({
      wire: { retry: 'safe', auth: 'required' },
      facts: { ifMatch: true, pathParams: ['applicationId'] },
    });
    expect(table['documents.keys'].wire.auth).toBe('none');
    expect(table['tracking.stream']).toMatchObject({ facts: { stream: true } });
    expect(table['identity.confirm'].wire.retry).toBe('before-processing');
  });

  it('names what is private, and leaves names alone that also mean something harmless', () => {
    const names = piiNamesOf(document);
    expect(names).toEqual(
      expect.arrayContaining(['nik', 'kk', 'bornOn', 'phone', 'email', 'answers', 'accessToken', 'trackingCode']),
    );
    expect(names).not.toContain('code');
    expect(names).not.toContain('maskedName');
  });

  it('types ids of village services as a template, files as Blob', async () => {
    const types = await typesOf(document);
    expect(types).toContain('LokalServiceId: `lokal-${string}`');
    expect(types).toContain('"application/pdf": Blob');
  });

  it('gives the client one class per tag, pages for lists and nothing that tus speaks', () => {
    const module = resourcesModule(document);
    expect(module).toContain(
      "list(input: Input<'desk.list'> = {}, options?: RequestOptions): PagePromise<Item<'desk.list'>>",
    );
    expect(module).toContain("get(input: Input<'uploads.get'>");
    expect(module).not.toContain('uploads.append');
  });
});

describe('sources that are wrong', () => {
  it('are refused when they name an unknown problem', () => {
    const source = bundle();
    source.paths['/v1/session'].get['x-problems'] = ['moon_in_wrong_phase'];
    expect(() => expandProblems(source)).toThrow('sessions.get names an unknown problem moon_in_wrong_phase');
  });

  it('still make a document while there are no services', () => {
    const source = bundle();
    mergeServices(source, []);
    expect(source.components.schemas.ApplicationSubmission.oneOf).toEqual([
      { $ref: '#/components/schemas/LokalSubmission' },
    ]);
  });
});

describe('the checked-in files', () => {
  it('begin by saying that they are generated', () => {
    for (const name of ['schema', 'operations', 'operation-facts', 'document', 'problem-codes', 'pii']) {
      const text = readFileSync(new URL(`../packages/contract/src/generated/${name}.ts`, import.meta.url), 'utf8');
      expect(text.split('\n', 1)[0]).toContain('Generated');
    }
  });
});
