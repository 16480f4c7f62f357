import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contractOperations } from '../http/contract.js';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';
import { machineScopes } from './machine-clients.js';

const sqlite = engines.find(({ name }) => name === 'sqlite') ?? expect.fail('no engine');
const ids: Readonly<Record<string, string>> = { applicationId: `app_${'a'.repeat(26)}`, documentId: `doc_${'a'.repeat(26)}`, uploadId: `upl_${'a'.repeat(26)}` };
const scoped = contractOperations.flatMap((operation) => {
  const scopes = operation.security.flatMap((way) => way['service'] ?? []);
  return scopes.length === 0 ? [] : [{ ...operation, scopes }];
});

let app: TestApp;
beforeAll(async () => void (app = await openTestApp({ name: 'sqlite', open: withClients })));
afterAll(() => app.close());

/** A folder whose one program belongs to an office at which nothing lies. */
async function withClients(): ReturnType<typeof sqlite.open> {
  const test = await sqlite.open();
  const client = { id: 'office-program', secret: 's'.repeat(40), scopes: machineScopes, office: '51.71.02.1003' };
  await writeFile(join(test.directory, 'clients.yaml'), stringify([client]));
  return test;
}

const ask = async ({ method, path }: (typeof scoped)[number], scopes: readonly string[], url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x')) =>
  app.server.inject({ method, url, headers: { authorization: `Bearer ${await app.machineToken(scopes)}` } });

it.each(scoped)('a program without its scope is not let in to $id', async (operation) => {
  const others = machineScopes.filter((scope) => !operation.scopes.includes(scope));
  const refused = await ask(operation, others);
  expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'forbidden' }]);
});

it.each(scoped.filter(({ method, path, id }) => method === 'GET' && path.includes('{') && id !== 'desk.stream'))('a program of another office finds nothing at $id', async (operation) => {
  const row = await app.db.read.selectFrom('applications').selectAll().where('office', '=', '51.71.04.2001').where('document_id', 'is not', null).executeTakeFirstOrThrow();
  const there = operation.path.replace('{applicationId}', row.id).replace('{documentId}', row.document_id ?? '').replace('{uploadId}', ids['uploadId'] ?? '');
  const [hidden, absent] = [await ask(operation, operation.scopes, there), await ask(operation, operation.scopes)];
  expect([hidden.statusCode, hidden.json()]).toMatchObject([404, { code: 'not_found' }]);
  const told = [hidden, absent].map((answer) => ({ ...answer.json<object>(), requestId: '' }));
  expect(told[0]).toEqual(told[1]);
});
