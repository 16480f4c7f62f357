import { operations } from '@e-sewaka/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../testing/engines.js';
import { sampleCalls, type SampleCall, type Things } from './calls.js';
import { approval, elsewhere, fileOne, home, openBench, step, type Bench, type Call } from './testing.js';

const absent = (id: string): string => id.replace(/_.*/, `_${'a'.repeat(26)}`);
const speakOtherwise = /^uploads\.|\.stream$/;

describe.each(engines)('who may do what on $name', (engine) => {
  let bench: Bench;
  let things: Things;
  let others: Readonly<Record<'stranger' | 'neighbour' | 'expired' | 'expiredOfficer', string>>;
  let calls: Readonly<Record<string, SampleCall>>;
  beforeAll(async () => {
    bench = await openBench(engine);
    const person = bench.people[0] ?? expect.fail('nobody lives here');
    const expired = await fileOne(bench, person);
    const expiredOfficer = await bench.officer(home, 'head');
    bench.now = new Date(bench.now.getTime() + 9 * 3_600_000);
    const filed = await fileOne(bench, person);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    const { documentId } = signed.json<{ application: { letter: { documentId: string } } }>().application.letter;
    things = { applicationId: filed.id, documentId, uploadId: `upl_${'b'.repeat(26)}`, person };
    calls = sampleCalls(bench, things);
    const stranger = await fileOne(bench, bench.people[5] ?? person, undefined, elsewhere);
    others = { stranger: stranger.accessToken, neighbour: await bench.officer(elsewhere, 'head'), expired: expired.accessToken, expiredOfficer };
  });
  afterAll(() => bench.close());

  const send = (call: SampleCall, as: Call) => bench.call(call.method, call.url, { ...as, ifMatch: '"r3"', body: call.body });
  const tellsNothing = (body: string): void => {
    for (const secret of [things.person.nik, things.person.kk, things.person.phone, things.person.name, things.applicationId]) expect(body).not.toContain(secret);
  };
  const guarded = Object.entries(operations).filter(([id, operation]) => operation.auth === 'required' && !speakOtherwise.test(id));

  it('has a sample call of every operation', () => {
    const missing = Object.keys(operations).filter((id) => !speakOtherwise.test(id) && calls[id] === undefined);
    expect(missing).toEqual([]);
  });

  it.each(guarded)('%s asks who is there', async (id) => {
    const call = calls[id] ?? expect.fail(id);
    for (const as of [{}, { token: others.expired }, { cookie: others.expiredOfficer }, { token: `set_${'x'.repeat(43)}` }, { token: 'eyJhbGciOiJub25lIn0.e30.' }]) {
      const answer = await send(call, as);
      expect([id, answer.statusCode]).toEqual([id, 401]);
      tellsNothing(answer.body);
    }
  });

  it.each(['desk.stream', 'tracking.stream'] as const)('%s opens only for those it is for', async (id) => {
    const open = async (as: Call) => bench.call('GET', operations[id].path, as);
    for (const as of [{}, { token: others.expired }, { cookie: others.expiredOfficer }, { token: `set_${'x'.repeat(43)}` }]) expect((await open(as)).statusCode).toBe(401);
    const wrongKind = id === 'desk.stream' ? { token: others.stranger } : { cookie: others.neighbour };
    expect([401, 403]).toContain((await open(wrongKind)).statusCode);
  });

  it.each(Object.entries(operations).filter(([id, operation]) => operation.auth !== 'required' && !speakOtherwise.test(id)))('%s, open to all, tells nothing more to those who are somebody else', async (id) => {
    const { method, url, body } = calls[id] ?? expect.fail(id);
    // What is asked for carries the own data of whoever asks; only the application is not the asker's.
    const own = id === 'applications.submit' || id.startsWith('identity.') || id === 'tracking.open' || id === 'applications.validate' || id === 'services.checkRequirements';
    for (const as of [{}, { token: others.expired }, { token: others.stranger }, { cookie: others.neighbour }, { cookie: others.expiredOfficer }]) {
      const answer = await bench.call(method, url, { ...as, body });
      expect(answer.statusCode).toBeLessThan(500);
      if (as.token === others.expired) expect([id, answer.statusCode]).toEqual([id, 401]);
      if (!own) tellsNothing(answer.body);
      else expect(answer.body).not.toContain(things.applicationId);
    }
  });

  it.each(guarded)('%s gives nothing to a stranger or to another office', async (id) => {
    const call = calls[id] ?? expect.fail(id);
    for (const as of [{ token: others.stranger }, { cookie: others.neighbour }]) {
      if (id === 'sessions.remove') continue;
      const answer = await send(call, as);
      tellsNothing(answer.body);
      expect(answer.statusCode).toBeLessThan(500);
      if (!/\{/.test(operations[id as keyof typeof operations].path)) continue;
      expect([401, 403, 404]).toContain(answer.statusCode);
      const { url } = call;
      const nowhere = await send({ ...call, url: url.replace(things.applicationId, absent(things.applicationId)).replace(things.documentId, absent(things.documentId)) }, as);
      const stripped = [answer, nowhere].map((each) => JSON.stringify({ ...each.json<object>(), requestId: '', instance: '' }));
      expect([nowhere.statusCode, stripped[1]]).toEqual([answer.statusCode, stripped[0]]);
    }
  });

  it('lets the city look and not touch, and posts do only their part', async () => {
    const admin = await bench.officer('kota', 'admin');
    expect((await bench.call('GET', `/v1/desk/applications/${things.applicationId}`, { cookie: admin })).statusCode).toBe(200);
    expect((await step(bench, admin, { id: things.applicationId }, 3, { action: 'hand_over' })).statusCode).toBe(409);
    const kadus = await bench.officer(home, 'kadus');
    expect((await step(bench, kadus, { id: things.applicationId }, 3, { action: 'hand_over' })).statusCode).toBe(409);
    expect((await send(calls['desk.revokeDocument'] ?? expect.fail(''), { cookie: await bench.officer(home, 'operator') })).statusCode).toBe(409);
  });

  it('notes which officer read whose application', async () => {
    const cookie = await bench.officer(home, 'secretary');
    await bench.call('GET', `/v1/desk/applications/${things.applicationId}`, { cookie });
    const note = bench.log.find((line) => line.includes('personal data read') && line.includes(`officer:${home}:secretary`));
    expect(JSON.parse(note ?? '{}')).toMatchObject({ operation: 'desk.get', objects: [things.applicationId] });
  });

  it('refuses a write with the cookie that another site could have caused', async () => {
    const cookie = await bench.officer(home, 'operator');
    const url = `/v1/desk/applications/${things.applicationId}/claim`;
    const foreign = await bench.call('POST', url, { cookie, ifMatch: '"r3"', headers: { origin: 'https://evil.example' } });
    expect(foreign.statusCode).toBe(403);
    const bare = await bench.app.inject({ method: 'POST', url, headers: { cookie: `sewaka_session=${cookie}`, 'if-match': '"r3"', origin: bench.config.publicUrl } });
    expect(bare.statusCode).toBeGreaterThanOrEqual(400);
    expect(bare.statusCode).toBeLessThan(404);
  });

  it('keeps persons and secrets out of the log', () => {
    const log = bench.log.join('\n');
    expect(bench.log.length).toBeGreaterThan(50);
    for (const secret of [things.person.nik, things.person.kk, things.person.phone, things.person.name, others.stranger, others.neighbour]) expect(log).not.toContain(secret);
  });
});
