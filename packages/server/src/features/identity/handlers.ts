import { randomInt } from 'node:crypto';
import { afterNyepi, maskName, maskNik } from '@e-sewaka/contract';
import type { HandlersOf } from '../../handlers.js';
import { newId } from '../../ids.js';
import { databaseRegistry } from '../../population/database.js';
import { problem } from '../../problems.js';
import { reply } from '../../reply.js';
import { sameSecret } from '../../secrets.js';
import { calendar } from '../applications/stages.js';
import { residentRef } from './resident-ref.js';
import { confirmVerification, insertVerification, takeTry } from './store.js';

const minutes = 10;
const startsPerNetwork = { limit: 19, seconds: 3_600, counts: 'caller' } as const;
const startsPerNik = { limit: 5, seconds: 3_600, counts: 'anybody' } as const;
const triesPerNetwork = { limit: 60, seconds: 900, counts: 'caller' } as const;

/** Confirming a resident against the population registry, without telling anyone who is in it. */
export const identity = {
  async 'identity.verify'({ body }, ctx) {
    await ctx.limits.takeShared('identity-network', ctx.request.network, startsPerNetwork);
    await ctx.limits.takeShared('identity-nik', residentRef(ctx, body.nik), startsPerNik);
    const resident = await databaseRegistry(ctx.db).find(body.nik);
    const hit = resident !== undefined && resident.kk === body.kk && resident.bornOn === body.bornOn;
    return ctx.once(async (tx) => {
      const now = ctx.clock();
      const id = newId('ver');
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = afterNyepi(now.getTime() + minutes * 60_000, calendar);
      await insertVerification(tx, {
        id,
        resident_nik: hit ? resident.nik : null,
        code_hash: ctx.secrets.hash('verification-code', `${id}\n${code}`),
        purpose: body.purpose,
        consent: JSON.stringify({ ...body.consent, at: now.toISOString() }),
        created_at: now.toISOString(),
        expires_at: expiresAt,
      });
      // A miss leaves the same traces as a hit: the entry without a phone is thrown away by the worker.
      await ctx.outbox.add(tx, 'verification-code', { phone: hit ? resident.phone : '', code, expiresAt });
      return reply(202, { id, expiresAt, codeLength: 6 as const });
    });
  },

  async 'identity.confirm'({ path, body }, ctx) {
    await ctx.limits.takeShared('identity-confirm', ctx.request.network, triesPerNetwork);
    const { verificationId: id } = path;
    const tried = await ctx.db.transaction((tx) => takeTry(tx, id, ctx.clock().toISOString()));
    const right = sameSecret(ctx.secrets.hash('verification-code', `${id}\n${body.code}`), tried?.code_hash ?? '');
    const resident = await databaseRegistry(ctx.db).find(tried?.resident_nik ?? '');
    if (!right || resident === undefined) throw problem('code_not_accepted');
    const ref = residentRef(ctx, resident.nik);
    const token = await ctx.db.transaction(async (tx) => {
      if (!(await confirmVerification(tx, id, ctx.clock().toISOString()))) throw problem('code_not_accepted');
      return ctx.sessions.issue(tx, { kind: 'resident', residentRef: ref });
    });
    return {
      accessToken: token.accessToken,
      expiresAt: token.expiresAt,
      resident: { maskedName: maskName(resident.name), maskedNik: maskNik(resident.nik), villageCode: resident.villageCode },
    };
  },
} satisfies HandlersOf<'identity.verify' | 'identity.confirm'>;
