import type { Auth } from '../auth.js';

/** Stands in for `clientCredentials` in browsers: a secret in a page is no secret. Always throws. */
export function clientCredentials(): Auth {
  throw new TypeError('@e-sewaka/sdk/auth/service is for servers: a page cannot keep a client secret');
}
