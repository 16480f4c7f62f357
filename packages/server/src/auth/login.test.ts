import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

/** A browser as far as signing in needs one: keeps cookies by name and follows redirects. */
class Browser {
  readonly #app: TestApp;
  readonly cookies = new Map<string, string>();
  readonly setCookies: string[] = [];
  constructor(app: TestApp) {
    this.#app = app;
  }
  async go(url: string, method: 'GET' | 'POST' = 'GET', headers: Readonly<Record<string, string>> = {}) {
    const { host, pathname, search } = new URL(url, this.#app.config.publicUrl);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#app.server.inject({
      method,
      url: pathname + search,
      headers: { host, cookie, ...headers },
    });
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      this.setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.statusCode, to: String(answer.headers['location'] ?? ''), body: answer.body };
  }
  /** Signs in as a synthetic officer and returns where that ends. */
  async signIn(accountId: string, start = '/auth/login') {
    const choice = await this.go((await this.go((await this.go(start)).to)).to.replace(/^$/, '/'));
    const uid = /action="\/auth\/accounts\/([\w-]+)\//.exec(choice.body)?.[1] ?? '';
    const resume = await this.go(`/auth/accounts/${uid}/${encodeURIComponent(accountId)}`, 'POST');
    const callback = await this.go(resume.to);
    return { callback: callback.to, end: await this.go(callback.to) };
  }
}

describe.each(engines)('signing in on $name', (engine) => {
  let app: TestApp;
  beforeAll(async () => void (app = await openTestApp(engine)));
  afterAll(() => app.close());

  it('makes an officer of a chosen account, with a cookie no script can read', async () => {
    const browser = new Browser(app);
    const { end } = await browser.signIn('51.71.04.2001:operator', '/auth/login?return=/desk');
    expect([end.status, end.to]).toEqual([303, '/desk']);
    expect(browser.setCookies.find((line) => line.startsWith('sewaka_session='))).toMatch(
      /; HttpOnly; SameSite=Lax|; HttpOnly.*SameSite=Lax/,
    );
    const session = JSON.parse((await browser.go('/v1/session')).body) as unknown;
    expect(session).toMatchObject({ kind: 'officer', office: '51.71.04.2001', post: 'operator' });
    expect((await browser.go('/desk')).status).toBe(200);
  });

  it('accepts a callback once, and only in the browser that began', async () => {
    const browser = new Browser(app);
    const { callback } = await browser.signIn('51.71.04.2001:head');
    expect((await new Browser(app).go(callback)).status).toBe(400);
    expect((await browser.go(callback)).status).toBe(400);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'desk', 'javascript:alert(1)'])(
    'never sends anybody to %s',
    async (target) => {
      const { end } = await new Browser(app).signIn(
        '51.71.04.2001:head',
        `/auth/login?return=${encodeURIComponent(target)}`,
      );
      expect(end.to).toBe('/desk');
    },
  );

  it('takes no account that does not exist', async () => {
    const browser = new Browser(app);
    const { end } = await browser.signIn('51.71.04.2001:king');
    expect(browser.cookies.has('sewaka_session')).toBe(false);
    expect(end.status).not.toBe(303);
  });

  it('ends a session at sign-out, for our own pages only', async () => {
    const browser = new Browser(app);
    await browser.signIn('51.71.04.2001:secretary');
    expect(
      (await browser.go('/auth/logout', 'POST', { origin: 'https://evil.example', 'x-sewaka-request': '1' })).status,
    ).toBe(403);
    const kept = browser.cookies.get('sewaka_session') ?? '';
    expect(
      (await browser.go('/auth/logout', 'POST', { origin: app.config.publicUrl, 'x-sewaka-request': '1' })).status,
    ).toBe(204);
    browser.cookies.set('sewaka_session', kept);
    expect((await browser.go('/v1/session')).status).toBe(401);
  });
});

describe('without the demo', () => {
  it('knows no accounts and no machine clients', async () => {
    const [engine] = engines;
    if (engine === undefined) throw new Error('no engine');
    const app = await openTestApp(engine, { SEWAKA_DEMO: 'off' });
    const choice = await new Browser(app).go('/auth/accounts/x');
    expect(choice.status).toBe(404);
    expect((await app.server.inject({ url: '/demo/inbox' })).statusCode).toBe(404);
    await expect(app.machineToken(['desk:read'])).rejects.toThrow('no machine client');
    await app.close();
  });
});
