import { describe, expect, it } from 'vitest';
import { openTestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

describe.each(engines)('health on $name', (engine) => {
  it('is ready as long as the database answers, and alive without it', async () => {
    const app = await openTestApp(engine, { SEWAKA_DEMO: 'off' });
    const ask = (url: string) => app.server.inject({ url });
    expect((await ask('/readyz')).json()).toEqual({ status: 'ok', database: engine.name });
    await app.db.close();
    const unready = await ask('/readyz');
    expect([unready.statusCode, unready.headers['retry-after'], unready.json()]).toMatchObject([503, '5', { code: 'unavailable' }]);
    expect((await ask('/livez')).json()).toEqual({ status: 'ok' });
    await app.close();
  });
});
