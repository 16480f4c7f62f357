import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContract } from './check-contract.mjs';
import { exampleProblems } from './contract/examples.mjs';
import { patternProblems, profileProblems } from './contract/profile.mjs';
import { rules } from './contract/rules.mjs';

const base = JSON.parse(
  readFileSync(new URL('../packages/contract/src/generated/openapi.json', import.meta.url), 'utf8'),
);

function changed(change) {
  const document = structuredClone(base);
  change(document);
  return document;
}

function without(document, path, method, name) {
  const operation = document.paths[path][method];
  operation.parameters = operation.parameters.filter((one) => !one.$ref?.endsWith(`/${name}`));
}

describe('the rules', () => {
  it.each(Object.entries(rules))('%s holds for our contract', (_, rule) => {
    expect(rule(base)).toEqual([]);
  });

  it.each([
    [
      'identifier-in-url',
      (document) =>
        document.paths['/v1/villages'].get.parameters.push({ name: 'nik', in: 'query', schema: { type: 'string' } }),
    ],
    ['unkeyed-creation', (document) => without(document, '/v1/applications', 'post', 'IdempotencyKey')],
    ['unpaged-list', (document) => without(document, '/v1/desk/applications', 'get', 'Cursor')],
    ['unpaged-list', (document) => delete document.components.schemas.DeskSearch.properties.cursor],
    ['unpaged-list', (document) => delete document.paths['/v1/regions'].get['x-pagination']],
    ['unguarded-change', (document) => without(document, '/v1/applications/{applicationId}/answers', 'put', 'IfMatch')],
    ['operation-name', (document) => (document.paths['/v1/session'].get.operationId = 'getSession')],
    ['problem-media', (document) => (document.components.responses.NotFound.content = { 'application/json': {} })],
    [
      'private-in-public',
      (document) => (document.paths['/v1/applications/{applicationId}'].get['x-audience'] = 'public'),
    ],
    [
      'private-in-public',
      (document) => (document.components.schemas.VerifiedDocument.properties.nik = { type: 'string', 'x-pii': true }),
    ],
    ['marks', (document) => delete document.paths['/v1/session'].get.security],
    ['marks', (document) => (document.paths['/v1/session'].get.deprecated = true)],
    ['marks', (document) => Object.assign(document.paths['/v1/session'].get, { deprecated: true, 'x-lifetime': { deprecatedOn: 'soon', see: 'https://sewaka.example/' } })],
    [
      'missing-example',
      (document) => delete document.paths['/v1/session'].get.responses[200].content['application/json'].examples,
    ],
  ])('%s sees a breach', (name, breach) => {
    expect(rules[name](changed(breach)).length).toBeGreaterThan(0);
  });
});

it('lets a deprecated operation say when it ends', () => {
  const document = changed((all) =>
    Object.assign(all.paths['/v1/session'].get, { deprecated: true, 'x-lifetime': { deprecatedOn: '2027-01-01', endsOn: '2027-07-01', see: 'https://sewaka.example/docs' } }),
  );
  expect(rules.marks(document)).toEqual([]);
});

describe('the schema profile', () => {
  const told = (schema) =>
    profileProblems({ components: { schemas: { Probe: schema } } }).map(({ message }) => message);

  it('holds for our contract', () => {
    expect(profileProblems(base)).toEqual([]);
  });

  it.each([
    ['an open object', { type: 'object', properties: {} }],
    ['an unbounded string', { type: 'string' }],
    ['an unbounded array', { type: 'array', items: { type: 'boolean' } }],
    ['a map without end', { type: 'object', additionalProperties: { type: 'boolean' } }],
    ['a format alone', { type: 'string', format: 'email', maxLength: 100 }],
    ['a fraction', { type: 'number', multipleOf: 0.01 }],
    ['an empty enum', { type: 'string', enum: [] }],
    ['an enum of objects', { enum: [{}] }],
    ['an if without then', { if: { const: 1 } }],
    ['a nested id', { $id: 'x' }],
    [
      'a member of Object.prototype',
      { type: 'object', additionalProperties: false, properties: { constructor: { type: 'boolean' } } },
    ],
    [
      'something deep inside',
      {
        type: 'object',
        additionalProperties: false,
        properties: { a: { type: 'array', maxItems: 1, items: { type: 'string' } } },
      },
    ],
  ])('refuses %s', (_, schema) => {
    expect(told(schema)).not.toEqual([]);
  });

  it('lets a part that only narrows stay open', () => {
    expect(
      told({
        type: 'object',
        additionalProperties: false,
        if: { properties: { a: { const: 1 } } },
        then: { required: ['a'] },
      }),
    ).toEqual([]);
  });

  it.each([
    '[a-z]+',
    '^(a+)+$',
    '^(a{1,3}){1,3}$',
    '^(a)\\1$',
    '^\\d$',
    '^(((a*)b)c)*$',
    `^${'a'.repeat(200)}$`,
    '^[$',
  ])('refuses the pattern %s', (pattern) => {
    expect(patternProblems({ pattern })).not.toEqual([]);
  });

  it.each(['^[0-9]{16}$', '^a(b+)?$', '^(a|b)c*$', '^\\+[1-9][0-9]{7,14}$', '^(a\\+){2}$'])(
    'accepts the pattern %s',
    (pattern) => {
      expect(patternProblems({ pattern })).toEqual([]);
    },
  );
});

describe('the examples', () => {
  it('fit their schemas', () => {
    expect(exampleProblems(base)).toEqual([]);
  });

  it('are told when they do not', () => {
    const document = changed(({ components }) => (components.examples.session.value.kind = 'king'));
    expect(exampleProblems(document).sort()).toEqual(
      ['sessions.extend', 'sessions.get'].map((id) => `${id} 200 application/json officer: /kind must be equal to one of the allowed values`),
    );
  });

  it('hold no number that a real person may have', () => {
    const document = changed(
      ({ components }) => (components.examples.application.value.answers.nik = '5171014108900001'),
    );
    expect(exampleProblems(document)).toContain(
      'applications.get 200 application/json inReview: 5171014108900001 has no synthetic serial (9xxx)',
    );
  });
});

describe('the lint run', () => {
  it('reports a breach of our rules and of the common ones', () => {
    const directory = mkdtempSync(join(tmpdir(), 'e-sewaka-lint-'));
    const file = join(directory, 'openapi.json');
    const document = changed(({ paths, components }) => {
      delete paths['/v1/session'].get.summary;
      delete paths['/v1/session'].get['x-audience'];
      components.schemas.Text.additionalProperties = true;
    });
    writeFileSync(file, JSON.stringify(document));
    try {
      const { linted } = checkContract(file);
      expect(linted.ok).toBe(false);
      for (const rule of ['e-sewaka/marks', 'e-sewaka/schema-profile', 'operation-summary'])
        expect(linted.output).toContain(rule);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
