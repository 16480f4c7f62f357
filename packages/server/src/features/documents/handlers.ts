import { witaDate } from '@e-sewaka/contract';
import type { Context } from '../../context.js';
import type { HandlersOf } from '../../handlers.js';
import { parseLetterCode } from '../../letters/code.js';
import { publicLetterKeys, readSigned } from '../../letters/keys.js';
import type { Principal } from '../../principal.js';
import { problem } from '../../problems.js';
import { file, reply } from '../../reply.js';
import { sha256 } from '../../secrets.js';
import { noteAccess } from '../audit.js';
import { ownerOf } from '../applications/access.js';
import { deskUser, lettersOf } from '../desk/access.js';
import { codeHash } from './issue.js';
import { documentTag, toDocument, toVerification } from './shape.js';
import { findPrinted, readContent, readDocument, type DocumentReader, type DocumentRow } from './store.js';

const checksPerNetwork = { limit: 120, seconds: 900, counts: 'caller' } as const;

/** Issued letters: for their holders, and for anyone who wants to know whether one is genuine. */
export const documents = {
  async 'documents.get'({ path }, ctx) {
    const row = await own(ctx, path.documentId);
    return reply(200, toDocument(row), { etag: documentTag(row) });
  },

  async 'documents.download'({ path }, ctx) {
    const row = await own(ctx, path.documentId);
    const content = await readContent(ctx.db.read, row.id);
    if (content === undefined || content.length === 0) throw problem('not_found');
    await noteAccess(ctx, row.id);
    return file(content, { mediaType: 'application/pdf', name: `${row.service_id}-${row.number.replaceAll('/', '-')}.pdf` });
  },

  async 'documents.verify'({ body }, ctx) {
    await ctx.limits.takeShared('documents-verify', ctx.request.network, checksPerNetwork);
    return toVerification(await find(ctx, body), witaDate(ctx.clock()));
  },

  async 'documents.keys'(_, ctx) {
    const keys = (await publicLetterKeys(ctx)).map(({ x = '', kid = '' }) => ({ kty: 'OKP', crv: 'Ed25519', x, kid, use: 'sig', alg: 'EdDSA' }) as const);
    const etag = `"k${sha256(JSON.stringify(keys)).slice(0, 20)}"`;
    return reply(200, { keys }, { etag, 'cache-control': 'public, max-age=300' });
  },
} satisfies HandlersOf<'documents.get' | 'documents.download' | 'documents.verify' | 'documents.keys'>;

async function own(ctx: Context, id: string): Promise<DocumentRow> {
  const row = await readDocument(ctx.db.read, readerOf(ctx.principal), id);
  if (row === undefined) throw problem('not_found');
  return row;
}

/** In which part a caller reads letters: as holder, as office, or as the city. */
export function readerOf(principal: Principal): DocumentReader {
  return principal.kind === 'officer' ? lettersOf(deskUser(principal)) : ownerOf(principal);
}

async function find(
  ctx: Context,
  printed: { readonly code: string } | { readonly jws: string } | { readonly number: string; readonly villageCode: string },
): Promise<DocumentRow | undefined> {
  if ('code' in printed) {
    return findPrinted(ctx.db.read, { codeHash: codeHash(ctx, parseLetterCode(printed.code) ?? `? ${printed.code}`) });
  }
  if (!('jws' in printed)) return findPrinted(ctx.db.read, printed);
  const payload = await readSigned(ctx, printed.jws);
  const claims: unknown = payload === undefined ? undefined : JSON.parse(payload);
  const id = typeof claims === 'object' && claims !== null && 'documentId' in claims ? String(claims.documentId) : undefined;
  return id === undefined ? undefined : findPrinted(ctx.db.read, { id });
}
