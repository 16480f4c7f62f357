import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Encoding = 'br' | 'gzip';

/**
 * What may go out compressed: answers that are the same for everybody. Whatever carries a token or personal data is
 * never here, since the length of a compressed secret tells about it (BREACH).
 */
const operations: ReadonlySet<string> = new Set([
  'regions.list',
  'regions.get',
  'villages.list',
  'villages.get',
  'services.list',
  'services.get',
  'documents.keys',
]);
const routes: ReadonlySet<string> = new Set([
  '/v1/openapi.json',
  '/docs/openapi.json',
  '/pages/pages.css',
  '/pages/docs.js',
  '/docs/assets/*',
  '/storybook/*',
  '/cdn/v1/*',
  '/*',
]);

const textual = /^(text\/|application\/(javascript|json|manifest\+json|schema\+json)\b|image\/svg\+xml)/;
const worthwhile = 860;
const largest = 5_000_000;
const bytesKept = 24_000_000;

const pack: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => promisify(gzip)(body, { level: 8 }),
};

/** The encoding to answer in, of those the client takes; undefined: as it is. */
export function chooseEncoding(accepted: string | undefined): Encoding | undefined {
  const quality = new Map(
    (accepted ?? '').split(',').map((part): [string, number] => {
      const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice(2))];
    }),
  );
  const of = (name: Encoding): number => quality.get(name) ?? quality.get('*') ?? 0;
  const [best] = (['br', 'gzip'] as const).toSorted((one, other) => of(other) - of(one));
  return best !== undefined && of(best) > 0 ? best : undefined;
}

/** Compresses public answers, each content once; files that lie compressed on disk already are left alone. */
export function addCompression(server: FastifyInstance): void {
  const packed = keepPacked();
  server.addHook<unknown>('onSend', async (request, reply, payload) => {
    if (!isPublic(request)) return payload;
    addVary(reply);
    const encoding = chooseEncoding(header(request, 'accept-encoding'));
    if (encoding === undefined || reply.statusCode !== 200 || !isFit(reply)) return payload;
    if (request.method === 'HEAD') {
      if (Number(reply.getHeader('content-length') ?? 0) >= worthwhile) label(reply, encoding);
      return payload;
    }
    const body = await read(reply, payload);
    if (body === undefined || body.length < worthwhile) return body ?? payload;
    label(reply, encoding);
    return packed(encoding, body);
  });
}

function isPublic(request: FastifyRequest): boolean {
  const { config, url = '' } = request.routeOptions;
  return config.operationId === undefined ? routes.has(url) : operations.has(config.operationId);
}

/** A cookie or a private answer on a public route would be somebody's slip: it goes out as it is. */
function isFit(reply: FastifyReply): boolean {
  return (
    reply.getHeader('content-encoding') === undefined &&
    reply.getHeader('set-cookie') === undefined &&
    String(reply.getHeader('cache-control')).startsWith('public') &&
    textual.test(String(reply.getHeader('content-type'))) &&
    Number(reply.getHeader('content-length') ?? 0) <= largest
  );
}

async function read(reply: FastifyReply, payload: unknown): Promise<Buffer | undefined> {
  if (typeof payload === 'string') return Buffer.from(payload);
  if (Buffer.isBuffer(payload)) return payload;
  // Only of a stream that says how long it is do we know that it fits into memory.
  return payload instanceof Readable && reply.hasHeader('content-length') ? buffer(payload) : undefined;
}

/** The compressed bytes are another representation: the tag is weak, ranges are of the plain one. */
function label(reply: FastifyReply, encoding: Encoding): void {
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
  reply.removeHeader('content-length').removeHeader('accept-ranges').header('content-encoding', encoding);
}

function addVary(reply: FastifyReply): void {
  const vary = String(reply.getHeader('vary') ?? '');
  if (!/accept-encoding/i.test(vary)) reply.header('vary', vary === '' ? 'Accept-Encoding' : `${vary}, Accept-Encoding`);
}

const header = (request: FastifyRequest, name: string): string | undefined => request.headers[name]?.toString();

/** Remembers compressed bodies by their content, the latest used up to a limit. */
function keepPacked(): (encoding: Encoding, body: Buffer) => Promise<Buffer> {
  const kept = new Map<string, Buffer>();
  let bytes = 0;
  return async (encoding, body) => {
    const key = `${encoding} ${createHash('sha256').update(body).digest('base64')}`;
    const found = kept.get(key);
    const result = found ?? (await pack[encoding](body));
    if (kept.delete(key)) bytes -= result.length;
    kept.set(key, result);
    bytes += result.length;
    for (const [oldest, { length }] of kept) {
      if (bytes <= bytesKept) break;
      kept.delete(oldest);
      bytes -= length;
    }
    return result;
  };
}
