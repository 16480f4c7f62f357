import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { fileOne, openBench, type Bench } from '../testing.js';

describe.each(engines)('confirming a resident on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine, { SEWAKA_DEMO: 'on' })));
  afterAll(() => bench.close());
  const person = (at = 7) => bench.people[at] ?? expect.fail('nobody lives here');
  const masked: unknown = expect.stringContaining('•');
  const consent = { accepted: true, textVersion: '1' };
  const verify = (claim: object) => bench.call('POST', '/v1/identity/verifications', { body: { purpose: 'list_applications', consent, ...claim } });
  const confirm = (id: string, code: string) => bench.call('POST', `/v1/identity/verifications/${id}/confirmation`, { body: { code }, key: false });
  async function codeFor(phone: string): Promise<string> {
    for (let tries = 0; tries < 100; tries += 1) {
      const rows = await bench.test.db.read.selectFrom('demo_inbox').select('body').where('recipient', '=', phone).execute();
      const code = rows.map((row) => /verifikasi Anda (\d{6})/.exec(row.body)?.[1]).find(Boolean);
      if (code !== undefined) return code;
      await new Promise((resume) => setTimeout(resume, 50));
    }
    throw new Error('no code came');
  }

  it('answers hit and miss alike', async () => {
    const { nik, kk, bornOn } = person(9);
    const answers = await Promise.all([verify({ nik, kk, bornOn }), verify({ nik, kk, bornOn: '1901-01-01' }), verify({ nik: '5171010101019999', kk, bornOn })]);
    const shapes = answers.map((answer) => [answer.statusCode, answer.body.length, Object.keys(answer.json<object>())]);
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    const sent = await bench.test.db.read.selectFrom('outbox').select((row) => row.fn.countAll().as('n')).where('kind', '=', 'verification-code').executeTakeFirstOrThrow();
    expect(Number(sent.n)).toBe(3);
  });

  it('opens the own applications with the code from the phone, once', async () => {
    const filed = await fileOne(bench, person());
    const { nik, kk, bornOn, phone } = person();
    const { id } = (await verify({ nik, kk, bornOn })).json<{ id: string }>();
    const code = await codeFor(phone);
    const wrong = await confirm(id, code === '000000' ? '000001' : '000000');
    expect([wrong.statusCode, wrong.json()]).toMatchObject([422, { code: 'code_not_accepted' }]);
    const right = await confirm(id, code);
    expect(right.json()).toMatchObject({ resident: { maskedNik: masked, villageCode: person().villageCode } });
    expect((await confirm(id, code)).statusCode).toBe(422);
    const { accessToken } = right.json<{ accessToken: string }>();
    const list = await bench.call('GET', '/v1/applications', { token: accessToken });
    expect(list.json<{ data: { id: string }[] }>().data.map((each) => each.id)).toContain(filed.id);
    const others = await fileOne(bench, person(8));
    expect((await bench.call('GET', `/v1/applications/${others.id}`, { token: accessToken })).statusCode).toBe(404);
  });

  it('gives five tries, and says the same after them, for a miss and for an unknown id', async () => {
    const { nik, kk, bornOn } = person(10);
    const { id } = (await verify({ nik, kk, bornOn })).json<{ id: string }>();
    const code = await codeFor(person(10).phone);
    for (let at = 0; at < 5; at += 1) await confirm(id, code === '111111' ? '222222' : '111111');
    const missed = (await verify({ nik, kk: '5171010101019999', bornOn })).json<{ id: string }>().id;
    const answers = [await confirm(id, code), await confirm(missed, '111111'), await confirm(`ver_${'a'.repeat(26)}`, '111111')];
    expect(answers.map((answer) => [answer.statusCode, answer.json<{ code: string }>().code])).toEqual(answers.map(() => [422, 'code_not_accepted']));
  });

  it('stops asking before the twentieth request', async () => {
    const strict = await openBench(engine, { SEWAKA_RATE_FACTOR: '1' });
    try {
      const statuses = [];
      for (let at = 0; at < 20; at += 1) {
        const { nik, kk, bornOn } = person(at);
        statuses.push((await strict.call('POST', '/v1/identity/verifications', { body: { nik, kk, bornOn, purpose: 'lookup', consent } })).statusCode);
      }
      expect(statuses.slice(0, 19).every((status) => status === 202)).toBe(true);
      expect(statuses[19]).toBe(429);
    } finally {
      await strict.close();
    }
  });
});
