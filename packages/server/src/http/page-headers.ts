import type { FastifyReply } from 'fastify';

/** Kinds of pages by what they may do: our own pages, an embedded widget, the page behind a letter's QR, the API reference. */
export type PageKind = 'site' | 'embed' | 'verify' | 'docs';

const own = [
  "default-src 'none'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * Content-Security-Policy of a page. Widgets bring their styles as constructed sheets, so neither inline script nor
 * inline style is needed; only the API reference's renderer sets style attributes.
 */
export function policyFor(kind: PageKind, embeddingOrigins: readonly string[] = []): string {
  const ancestors = {
    site: "'self'",
    docs: "'self'",
    verify: "'none'",
    embed: ["'self'", ...embeddingOrigins].join(' '),
  }[kind];
  const style = kind === 'docs' ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'";
  return [...own, style, `frame-ancestors ${ancestors}`].join('; ');
}

/** Marks an answer as a page of this kind. */
export function pageHeaders(
  reply: FastifyReply,
  kind: PageKind,
  embeddingOrigins: readonly string[] = [],
): FastifyReply {
  reply
    .header('content-security-policy', policyFor(kind, embeddingOrigins))
    .header('content-type', 'text/html; charset=utf-8');
  if (kind !== 'embed') reply.header('x-frame-options', kind === 'verify' ? 'DENY' : 'SAMEORIGIN');
  return reply;
}
