import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench } from '../testing.js';

describe.each(engines)('tracking on $name', (engine) => {
  let bench: Bench;
  let url = '';
  beforeAll(async () => {
    bench = await openBench(engine);
    url = await bench.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => bench.close());
  const person = (at = 0) => bench.people[at] ?? expect.fail('nobody lives here');
  const open = (code: string, factor: object) => bench.call('POST', '/v1/tracking/sessions', { body: { code, factor } });

  it('opens with code and factor, and refuses every other pair alike', async () => {
    const { trackingCode } = await fileOne(bench, person());
    const right = { kind: 'phone', value: person().phone };
    expect((await open(trackingCode.replaceAll('-', ' ').toLowerCase(), right)).statusCode).toBe(200);
    const other = await fileOne(bench, person(1));
    const refusals = [
      await open(trackingCode, { kind: 'phone', value: '+6281200009999' }),
      await open(trackingCode, { kind: 'pin', value: '493817' }),
      await open(other.trackingCode, right),
      await open('0000-0000-0000-0000-0000', right),
      await open(trackingCode.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), right),
    ].map((answer) => {
      return { status: answer.statusCode, body: { ...answer.json<Record<string, unknown>>(), requestId: '' } };
    });
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ status: 404, body: { code: 'tracking_not_found' } });
  });

  it('locks a code after ten tries', async () => {
    const strict = await openBench(engine, { SEWAKA_RATE_FACTOR: '1' });
    try {
      const { trackingCode } = await fileOne(strict, person());
      const tries = [];
      for (let at = 0; at < 11; at += 1) {
        tries.push(await strict.call('POST', '/v1/tracking/sessions', { body: { code: trackingCode, factor: { kind: 'pin', value: '493817' } } }));
      }
      expect(tries.map((answer) => answer.statusCode)).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
      expect(tries.at(-1)?.json()).toMatchObject({ code: 'too_many_attempts' });
      expect(Number(tries.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await strict.close();
    }
  });

  it('refuses PINs that anyone would guess', async () => {
    const weak = { ...submissionFor(bench, person()), trackingFactor: { kind: 'pin', value: '123456' } };
    expect((await bench.call('POST', '/v1/applications', { body: weak })).json()).toMatchObject({ code: 'weak_pin' });
    const own = person().bornOn;
    const birthday = own.slice(8, 10) + own.slice(5, 7) + own.slice(2, 4);
    const born = { ...weak, trackingFactor: { kind: 'pin', value: birthday } };
    expect((await bench.call('POST', '/v1/applications', { body: born })).statusCode).toBe(422);
    const good = { ...weak, trackingFactor: { kind: 'pin', value: '493817' } };
    expect((await bench.call('POST', '/v1/applications', { body: good })).statusCode).toBe(201);
  });

  it('answers 304 while nothing changed', async () => {
    const { accessToken } = await fileOne(bench, person());
    const first = await bench.call('GET', '/v1/tracking/application', { token: accessToken });
    const again = await bench.call('GET', '/v1/tracking/application', { token: accessToken, headers: { 'if-none-match': String(first.headers['etag']) } });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, '']);
    await step(bench, await bench.officer(home, 'operator'), { id: first.json<{ applicationId: string }>().applicationId }, 1, approval);
    const moved = await bench.call('GET', '/v1/tracking/application', { token: accessToken, headers: { 'if-none-match': String(first.headers['etag']) } });
    expect([moved.statusCode, moved.json()]).toMatchObject([200, { status: 'awaiting_signature' }]);
  });

  it('streams what happens, resumes after the last event seen, and ends with the application', async () => {
    const filed = await fileOne(bench, person());
    const stream = await listen(filed.accessToken);
    await stream.until('"sequence":1');
    const operator = await bench.officer(home, 'operator');
    await step(bench, operator, filed, 1, approval);
    await stream.until('"status":"awaiting_signature"');
    stream.leave();
    await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    // The note on going on without the Kadus took the second number, and is for officers only.
    const again = await listen(filed.accessToken, '3');
    await again.until('"status":"ready_for_pickup"');
    expect(again.text()).not.toMatch(/"sequence":[23]\b/);
    await step(bench, operator, filed, 3, { action: 'hand_over' });
    await again.ended();
    expect(again.text().match(/^id: \d+$/gm)).toEqual(['id: 4', 'id: 5']);
  });

  it('tells an office what happens at its desk, and nothing of others', async () => {
    const cookie = await bench.officer(home, 'operator');
    const stream = await read(await fetch(`${url}/v1/desk/stream`, { headers: { cookie: `sewaka_session=${cookie}` } }));
    const away = await fileOne(bench, person(), undefined, '51.71.01.1006');
    const here = await fileOne(bench, person());
    await stream.until(here.id);
    expect(stream.text()).not.toContain(away.id);
    stream.leave();
  });

  it('stops telling an officer who has signed out', async () => {
    const cookie = await bench.officer(home, 'operator');
    const stream = await read(await fetch(`${url}/v1/desk/stream`, { headers: { cookie: `sewaka_session=${cookie}` } }));
    await stream.until('retry');
    expect((await bench.call('DELETE', '/v1/session', { cookie })).statusCode).toBe(204);
    const filed = await fileOne(bench, person());
    await stream.ended();
    expect(stream.text()).not.toContain(filed.id);
  });

  async function listen(token: string, lastEventId?: string) {
    const headers = { authorization: `Bearer ${token}`, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
    return read(await fetch(`${url}/v1/tracking/stream`, { headers }));
  }
});

/** Reads a stream in the background. */
async function read(response: Response) {
  const reader = (response.body ?? expect.fail('no body')).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const done = (async () => {
    for (;;) {
      const { value, done: over } = await reader.read();
      if (over) return;
      text += value;
    }
  })().catch(() => undefined);
  return {
    text: () => text,
    ended: () => done,
    leave: () => void reader.cancel(),
    async until(part: string) {
      for (let waited = 0; !text.includes(part); waited += 20) {
        if (waited > 10_000) throw new Error(`never came: ${part} in ${text}`);
        await new Promise((resume) => setTimeout(resume, 20));
      }
    },
  };
}
