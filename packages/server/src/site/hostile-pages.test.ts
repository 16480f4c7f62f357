import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../testing/app.js';
import { engines } from '../testing/engines.js';

const [sqlite] = engines;
if (sqlite === undefined) throw new Error('no engine');
/** Everything beside the contract's operations that answers, and what people make of it. */
const paths = ['/', '/desk', '/verify', '/verify/ABCD', '/verify/%00', '/verify/%ff', `/verify/${'a'.repeat(3_000)}`, '/embed/service-form', '/embed/%00', '/docs', '/docs/openapi.json', '/docs/assets/..%2f..%2fpackage.json', '/cdn/v1/sewaka.js', '/cdn/v1/..%2f..%2f..%2fetc/passwd', '/cdn/v1/%00', '/cdn/%2e%2e/', '/auth/login', '/auth/callback', '/auth/logout', '/oidc/auth', '/oidc/token', '/oidc/me', '/oidc/jwks', '/oidc/session/end', '/oidc/interaction/x', '/demo/inbox', '/metrics', '/livez', '/readyz', '/v1/openapi.json', '/pages/pages.css', '/%', '/%00', '//evil.example', '/..', '/__proto__', '/storybook/%00', '/ajukan/?layanan=%00'];
const queries = ['', '?%', '?state=%00&code=%ff', '?code=a&state=b&iss=c', '?code=a&code=b', '?return=//evil.example', '?return[]=x', '?client_id=__proto__&response_type=code&scope=openid', '?client_id[]=x', '?__proto__=1', `?q=${'a'.repeat(8_000)}`, '?id_token_hint=a.b.c', '?kind=%00&lang[]=x'];
const cookies = 'sewaka_login=%E0%A4%A; sewaka_session="; _interaction=x; _session=%00';
const forms = ['a=%ff&grant_type=client_credentials&grant_type=x&client_id=__proto__', 'grant_type=client_credentials&scope=%00'];

let app: TestApp;
beforeAll(async () => void (app = await openTestApp(sqlite, { SEWAKA_RATE_FACTOR: '10000' })));
afterAll(() => app.close());

it.each(paths)('%s survives whatever is asked of it, and leads nowhere else', async (path) => {
  for (const query of queries) {
    const answers = [
      await app.server.inject({ url: path + query, headers: { cookie: cookies, host: 'evil.example' } }),
      await app.server.inject({ method: 'DELETE', url: path + query }),
      ...(await Promise.all(forms.map((payload) => app.server.inject({ method: 'POST', url: path + query, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload })))),
    ];
    for (const { statusCode, headers } of answers) {
      expect([query, statusCode < 500]).toEqual([query, true]);
      expect(String(headers['location'] ?? '')).not.toMatch(/^(?:https?:)?[/\\]{2}evil/);
    }
  }
});
