import { document } from '@e-sewaka/contract/document';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { sessionCookie } from '../auth/authenticate.js';
import type { Config } from '../config.js';
import type { App } from '../context.js';
import { pageHeaders, policyFor } from '../http/page-headers.js';
import { refuseUnknown } from '../http/refusals.js';
import { isObject } from '../http/json.js';
import type { Sites } from '../sites.js';
import { addInbox } from './inbox.js';
import { deskPage, docsPage, docsScript, embedPage, missingPage, verifyPage } from './pages.js';
import { isThere, places } from './places.js';
import { evergreenIn, keepRelease, releasesIn } from './releases.js';
import { pageStyles } from './styles.js';

const oneYear = 'public, max-age=31536000, immutable';
const lookAgain = 'public, max-age=0, must-revalidate';
/** Files whose name holds their hash. */
const hashed = /[/\\]chunks[/\\]/;
const storybookPolicy =
  "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; frame-ancestors 'self'; base-uri 'self'; form-action 'self'";
const verificationCode = /^[A-Za-z0-9_-]{4,80}$/;

/** Serves every page: the demo's village site, desk, letter verification, embedded widgets, widget files, API reference. */
export async function addSite(server: FastifyInstance, app: App, sites: Sites): Promise<void> {
  addPages(server, app, sites);
  addInbox(server, app);
  await addFiles(server, app.config);
  await addReleases(server, app.config.dataDirectory);
  server.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/v1/') && !request.url.startsWith('/cdn/');
    return wantsPage
      ? pageHeaders(reply, 'site').code(404).header('cache-control', 'no-store').send(missingPage())
      : refuseUnknown(request, reply);
  });
}

function addPages(server: FastifyInstance, app: App, sites: Sites): void {
  server.get('/desk', async (request, reply) => {
    const holder = await app.sessions.find(request.cookies[sessionCookie] ?? '');
    reply.header('cache-control', 'no-store');
    if (holder?.kind !== 'officer') return reply.redirect('/auth/login?return=/desk', 303);
    return pageHeaders(reply, 'site').send(deskPage());
  });
  server.get('/verify', async (_request, reply) => pageHeaders(reply, 'verify').send(verifyPage(undefined)));
  server.get<{ Params: { code: string } }>('/verify/:code', async ({ params }, reply) => {
    if (!verificationCode.test(params.code)) return pageHeaders(reply, 'verify').code(404).send(missingPage());
    return pageHeaders(reply, 'verify').header('cache-control', 'no-store').send(verifyPage(params.code));
  });
  server.get<{ Params: { widget: string } }>('/embed/:widget', async ({ params, query }, reply) => {
    const origins = sites.all.map((site) => site.origin);
    const html = embedPage(params.widget, isObject(query) ? query : {}, origins);
    if (html === undefined) return pageHeaders(reply, 'site').code(404).send(missingPage());
    return pageHeaders(reply, 'embed', origins).header('cache-control', lookAgain).send(html);
  });
  server.get('/docs', async (_request, reply) =>
    pageHeaders(reply, 'docs').header('cache-control', lookAgain).send(docsPage()),
  );
  // The renderer warns about any dialect that is spelled out, also about the one it uses.
  server.get('/docs/openapi.json', async (_request, reply) =>
    reply
      .type('application/json; charset=utf-8')
      .header('cache-control', lookAgain)
      .send(JSON.stringify({ ...document, jsonSchemaDialect: undefined })),
  );
  const assets = {
    '/pages/pages.css': ['text/css', pageStyles],
    '/pages/docs.js': ['text/javascript', docsScript],
  } as const;
  for (const [path, [type, text]] of Object.entries(assets)) {
    server.get(path, async (_request, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'public, max-age=300').send(text),
    );
  }
}

/** Releases under their own names: never changed, never taken away. */
async function addReleases(server: FastifyInstance, dataDirectory: string): Promise<void> {
  server.addHook('onListen', () => void keepRelease(dataDirectory));
  await server.register(fastifyStatic, {
    root: releasesIn(dataDirectory),
    prefix: '/cdn/',
    decorateReply: false,
    cacheControl: false,
    dotfiles: 'ignore',
    preCompressed: true,
    setHeaders: (reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
      reply.header('cache-control', oneYear);
    },
  });
}

async function addFiles(server: FastifyInstance, { dataDirectory, demo }: Pick<Config, 'dataDirectory' | 'demo'>): Promise<void> {
  let decorateReply = true;
  const serve = async (
    place: keyof typeof places,
    prefix: string,
    setHeaders: (reply: FastifyReply, path: string) => void,
  ): Promise<void> => {
    if (!isThere(place)) return;
    await server.register(fastifyStatic, {
      root: place === 'widgets' ? [places.widgets, evergreenIn(dataDirectory)] : places[place],
      prefix,
      decorateReply,
      cacheControl: false,
      dotfiles: 'ignore',
      redirect: true,
      preCompressed: place === 'widgets',
      setHeaders,
    });
    decorateReply = false;
  };
  await serve('widgets', '/cdn/v1/', (reply, path) => {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    reply.header('cache-control', hashed.test(path) ? oneYear : 'public, max-age=300, must-revalidate');
  });
  await serve('apiReference', '/docs/assets/', (reply) => void reply.header('cache-control', 'public, max-age=86400'));
  // Its policy lets script be written inline: not beside a real desk.
  if (demo)
    await serve(
      'storybook',
      '/storybook/',
      (reply) => void reply.header('cache-control', lookAgain).header('content-security-policy', storybookPolicy),
    );
  await serve('demo', '/', (reply, path) => {
    reply.header('cache-control', lookAgain);
    if (path.endsWith('.html'))
      reply.header('content-security-policy', policyFor('site')).header('x-frame-options', 'SAMEORIGIN');
  });
}
