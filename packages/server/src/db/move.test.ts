import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import type { Engine } from '../testing/engines.js';
import { openDatabase } from './index.js';
import { moveToPostgres } from './move.js';

/** An installation that outlives the server on it. */
const installation = (directory: string, databaseUrl?: string): Engine => ({
  name: databaseUrl === undefined ? 'sqlite' : 'postgres',
  open: async () => {
    const reopen = () => openDatabase({ dataDirectory: directory, databaseUrl });
    return { db: await reopen(), directory, ...(databaseUrl === undefined ? {} : { databaseUrl }), reopen, close: async () => undefined };
  },
});

describe('moving to PostgreSQL', () => {
  const server = process.env['TEST_DATABASE_URL'] ?? expect.fail('TEST_DATABASE_URL is missing');
  const name = `sewaka_move_${randomBytes(6).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const directory = mkdtempSync(join(tmpdir(), 'sewaka-move-'));
  const onServer = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  const said: string[] = [];
  const move = (dataDirectory = directory) => moveToPostgres({ dataDirectory, databaseUrl: url.href, say: (line) => void said.push(line) });
  const fingerprint = () => createHash('sha256').update(readFileSync(join(directory, 'sewaka.sqlite'))).digest('hex');
  let cookie = '';
  beforeAll(() => onServer(`create database ${name}`));
  afterAll(async () => {
    await onServer(`drop database if exists ${name} with (force)`);
    rmSync(directory, { recursive: true });
  });

  /** What the desk, the public and a holder of a tracking code see of the whole installation. */
  async function seen(app: TestApp) {
    const get = async (path: string) => (await app.server.inject({ url: path, headers: { cookie: `sewaka_session=${cookie}` } })).json<unknown>();
    const list = await app.server.inject({ url: '/v1/desk/applications?limit=100', headers: { cookie: `sewaka_session=${cookie}` } });
    const ids = list.json<{ data: { id: string }[] }>().data.map(({ id }) => id);
    const each = [];
    for (const id of ids) each.push(await get(`/v1/desk/applications/${id}`));
    const letters = await app.db.read.selectFrom('documents').select(['id', 'jws']).orderBy('id').execute();
    const files = [];
    for (const { id } of letters) files.push((await app.server.inject({ url: `/v1/documents/${id}/content`, headers: { cookie: `sewaka_session=${cookie}` } })).rawPayload.toString('base64'));
    const verified = [];
    for (const { jws } of letters) verified.push((await app.server.inject({ method: 'POST', url: '/v1/documents/verification', payload: { jws } })).json<unknown>());
    return { list: list.json<unknown>(), each, files, verified, keys: await get('/v1/.well-known/jwks.json'), summary: await get('/v1/desk/summary') };
  }

  it('waits until the server is stopped, and then brings everything', async () => {
    const before = await openTestApp(installation(directory));
    cookie = await before.token({ kind: 'officer', accountId: 'x', name: 'X', office: 'kota', post: 'admin' });
    const shown = await seen(before);
    expect([shown.each.length, shown.files.length > 3]).toEqual([40, true]);
    await expect(move()).rejects.toThrow(/stop the server first/);
    await before.close();

    const file = fingerprint();
    const moved = await move();
    expect(moved.get('applications')).toBe(40);
    expect(said).toContain('applications: 40');
    expect(fingerprint()).toBe(file);

    const after = await openTestApp(installation(directory, url.href));
    expect(await seen(after)).toEqual(shown);
    await expect(move()).rejects.toThrow(/A server runs on the PostgreSQL/);
    await after.close();
  }, 120_000);

  it('never adds to what is there', async () => {
    const held = new pg.Client({ connectionString: url.href });
    await held.connect();
    const rows = async () => (await held.query<{ n: string }>('select count(*) as n from applications')).rows[0]?.n;
    const before = await rows();
    await expect(move()).rejects.toThrow(/not empty \(table applications\): nothing was moved/);
    expect(await rows()).toBe(before);
    await held.end();
  });

  it('takes no database of another release, and none that is not there', async () => {
    const old = mkdtempSync(join(tmpdir(), 'sewaka-old-'));
    await expect(move(old)).rejects.toThrow(/There is no .*sewaka.sqlite/);
    copyFileSync(join(directory, 'sewaka.sqlite'), join(old, 'sewaka.sqlite'));
    const file = new DatabaseSync(join(old, 'sewaka.sqlite'));
    file.exec("delete from kysely_migration where name like '0004%'");
    file.close();
    await expect(move(old)).rejects.toThrow(/of another release/);
    rmSync(old, { recursive: true });
  });
});
