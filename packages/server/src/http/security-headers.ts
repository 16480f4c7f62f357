import type { FastifyInstance } from 'fastify';

/** Headers for every answer; pages replace the policy by their own. */
const common: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-permitted-cross-domain-policies': 'none',
};

const oneYear = 'max-age=31536000; includeSubDomains';

/** Sends the security headers with every answer, and HSTS where people come by https. */
export function addSecurityHeaders(server: FastifyInstance, publicUrl: string): void {
  const headers = publicUrl.startsWith('https:') ? { ...common, 'strict-transport-security': oneYear } : common;
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
  });
}
