import { compactVerify, createLocalJWKSet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatLetterCode, newLetterCode } from '../../letters/code.js';
import { publicLetterKeys, rotateLetterKey, signLetter } from '../../letters/keys.js';
import { createSecrets } from '../../secrets.js';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench } from '../testing.js';
import { codeHash } from './issue.js';

describe.each(engines)('issued letters on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine)));
  afterAll(() => bench.close());
  const masked: unknown = expect.stringContaining('•');
  const verify = (body: object) => bench.call('POST', '/v1/documents/verification', { body });

  async function issue(at = 0) {
    const person = bench.people[at] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    const { letter } = signed.json<{ application: { letter: { documentId: string; number: string; validUntil: string } } }>().application;
    const row = await bench.test.db.read.selectFrom('documents').selectAll().where('id', '=', letter.documentId).executeTakeFirstOrThrow();
    return { person, filed, letter, row };
  }

  it('are verified by number and by signed code, and tell no identifier', async () => {
    const { person, letter, row } = await issue();
    for (const printed of [{ number: letter.number, villageCode: home }, { jws: row.jws }]) {
      const answer = await verify(printed);
      expect(answer.json()).toMatchObject({ result: 'valid', document: { number: letter.number, maskedName: masked, signatory: { name: 'Petugas head' } } });
      for (const secret of [person.nik, person.kk, person.name]) expect(answer.body).not.toContain(secret);
    }
  });

  it('are verified by the printed code as people type it', async () => {
    const { row } = await issue(5);
    const secrets = createSecrets(bench.config.secret);
    const code = newLetterCode();
    await bench.test.db.transaction((tx) => tx.updateTable('documents').set({ code_hash: codeHash({ secrets }, code) }).where('id', '=', row.id).execute());
    const typed = formatLetterCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    for (const given of [code, typed]) expect((await verify({ code: given })).json()).toMatchObject({ result: 'valid', document: { number: row.number } });
    const other = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    expect((await verify({ code: other })).json()).toEqual({ result: 'not_found' });
  });

  it('are not found by anything else', async () => {
    const { row } = await issue(1);
    const [head = '', body = '', signature = ''] = row.jws.split('.');
    const forged = `${head}.${Buffer.from(JSON.stringify({ documentId: row.id })).toString('base64url')}.${signature}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.${signature}`;
    for (const printed of [{ jws: forged }, { jws: unsigned }, { code: 'ABCD-EFGH-JKMN-PQRS' }, { number: '470/999/5171042001/I/2026', villageCode: home }]) {
      expect((await verify(printed)).json()).toEqual({ result: 'not_found' });
    }
  });

  it('can be checked offline, also after the key was changed', async () => {
    const { row } = await issue(2);
    const app = { db: bench.test.db, clock: () => bench.now, secrets: createSecrets(bench.config.secret) };
    const elsewhere = { ...app, db: await bench.test.reopen() };
    const kid = async (parts: typeof app) => (await signLetter(parts, '{}')).split('.')[0];
    expect(await kid(elsewhere)).toBe(row.jws.split('.')[0]);
    bench.now = new Date(bench.now.getTime() + 1000);
    await rotateLetterKey(app);
    expect(await kid(elsewhere)).toBe(await kid(app));
    const keys = (await bench.call('GET', '/v1/.well-known/jwks.json')).json<{ keys: { kid: string }[] }>();
    expect(keys.keys).toHaveLength(2);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload } = await compactVerify(row.jws, createLocalJWKSet({ keys: await publicLetterKeys(app) }));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ documentId: row.id, trust: 'wet' });
    expect((await verify({ jws: row.jws })).json()).toMatchObject({ result: 'valid' });
    expect(await signLetter(app, '{}')).not.toContain(row.jws.split('.')[0] ?? '');
  });

  it('say when they are past their date, and when they were revoked', async () => {
    const { letter, filed } = await issue(3);
    const head = await bench.officer(home, 'head');
    const url = `/v1/desk/documents/${letter.documentId}/revocation`;
    const today = bench.now;
    bench.now = new Date(Date.parse(`${letter.validUntil}T20:00:00Z`));
    expect((await verify({ number: letter.number, villageCode: home })).json()).toMatchObject({ result: 'expired' });
    bench.now = today;
    const revoked = await bench.call('POST', url, { cookie: head, body: { reason: 'Nama keliru.' } });
    expect(revoked.json()).toMatchObject({ revoked: { reason: 'Nama keliru.' } });
    expect((await bench.call('POST', url, { cookie: head, body: { reason: 'Nama keliru.' } })).json()).toMatchObject({ code: 'already_revoked' });
    const verdict = await verify({ number: letter.number, villageCode: home });
    expect(verdict.json()).toMatchObject({ result: 'revoked', document: { revokedOn: '2026-11-23' } });
    expect(verdict.body).not.toContain('keliru');
    expect((await bench.call('GET', `/v1/documents/${letter.documentId}`, { token: filed.accessToken })).json()).toMatchObject({ revoked: { reason: 'Nama keliru.' } });
  });

  it('of a temporary resident end with the stay, or after half a year', async () => {
    const operator = await bench.officer(home, 'operator');
    const head = await bench.officer(home, 'head');
    for (const [at, stayUntil, validUntil] of [[30, '2027-01-15', '2027-01-15'], [31, '2027-11-01', '2027-05-23']] as const) {
      const body = submissionFor(bench, bench.people[at] ?? expect.fail('nobody lives here'), 'surat-tanda-lapor-diri');
      const filed = await bench.call('POST', '/v1/applications', { body: { ...body, answers: { ...body.answers, stayUntil } } });
      const { application } = filed.json<{ application: { id: string } }>();
      await step(bench, operator, application, 1, approval);
      const signed = await step(bench, head, application, 2, { action: 'sign' });
      expect(signed.json()).toMatchObject({ application: { letter: { validUntil } } });
    }
  });

  it('keep the signatory who signed', async () => {
    const { row } = await issue(4);
    expect(JSON.parse(row.signatory)).toEqual({ name: 'Petugas head', title: 'Perbekel Dangin Puri Kangin', office: 'Desa Dangin Puri Kangin' });
  });
});
