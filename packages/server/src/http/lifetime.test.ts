import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { announceLifetimes } from './lifetime.js';

const see = 'https://sewaka.example/docs/changes#regions';
const open = { deprecatedOn: '2027-01-01', see };
const lifetime = { ...open, endsOn: '2027-07-01' };

async function answers(lifetimeOf: object, url: string): Promise<Record<string, unknown>> {
  const server = Fastify();
  announceLifetimes(server, [{ id: 'old.get', ...lifetimeOf }, { id: 'new.get' }]);
  server.get('/old', { config: { operationId: 'old.get' } }, async () => 'still here');
  server.get('/refused', { config: { operationId: 'old.get' } }, async () => {
    throw new Error('refused');
  });
  server.get('/new', { config: { operationId: 'new.get' } }, async () => 'here to stay');
  const { headers } = await server.inject(url);
  return headers;
}

describe('a deprecated operation', () => {
  it('says since when, until when and what to do instead, refusals too', async () => {
    const told = { deprecation: '@1798761600', sunset: 'Thu, 01 Jul 2027 00:00:00 GMT', link: `<${see}>; rel="deprecation"; type="text/html"` };
    expect(await answers({ lifetime }, '/old')).toMatchObject(told);
    expect(await answers({ lifetime }, '/refused')).toMatchObject(told);
  });

  it('names no end while none is decided', async () => {
    expect(await answers({ lifetime: open }, '/old')).not.toHaveProperty('sunset');
  });

  it('leaves the others alone', async () => {
    const headers = await answers({ lifetime }, '/new');
    expect(Object.keys(headers).filter((name) => ['deprecation', 'sunset', 'link'].includes(name))).toEqual([]);
  });
});
