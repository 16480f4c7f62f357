import { describe, expect, it } from 'vitest';
import { bearer, keeperOf, TokenKeeper, type TokenReason } from './auth.js';

/** Gives `t1`, `t2`, …, after a moment, and remembers why it was asked. */
function counting(expiresAt?: number) {
  const reasons: TokenReason[] = [];
  return {
    reasons,
    async getToken({ reason }: { readonly reason: TokenReason }) {
      reasons.push(reason);
      await new Promise((resolve) => setTimeout(resolve, 10));
      return { accessToken: `t${reasons.length}`, ...(expiresAt === undefined ? {} : { expiresAt }) };
    },
  };
}

describe('TokenKeeper', () => {
  it('asks once for calls that start together', async () => {
    const auth = counting();
    const keeper = new TokenKeeper(auth);
    expect(await Promise.all([keeper.current(), keeper.current(), keeper.current()])).toEqual(['t1', 't1', 't1']);
    expect(auth.reasons).toEqual(['initial']);
  });

  it('refreshes once for refusals that arrive together and late', async () => {
    const auth = counting();
    const keeper = new TokenKeeper(auth);
    await keeper.current();
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => keeper.replacementFor('t1')))).toEqual([
      't2',
      't2',
      't2',
      't2',
      't2',
    ]);
    expect(await keeper.replacementFor('t1')).toBe('t2');
    expect(auth.reasons).toEqual(['initial', 'expired']);
  });

  it('asks again before the token ends', async () => {
    const auth = counting(Date.now() + 5_000);
    const keeper = new TokenKeeper(auth);
    await keeper.current();
    expect(await keeper.current()).toBe('t2');
    expect(auth.reasons).toEqual(['initial', 'expired']);
  });

  it('tries anew after a failure of the provider', async () => {
    let calls = 0;
    const keeper = new TokenKeeper({ getToken: () => (++calls === 1 ? Promise.reject(new Error('offline')) : 'good') });
    await expect(keeper.current()).rejects.toThrow('offline');
    expect(await keeper.current()).toBe('good');
  });

  it('knows that a fixed token has no better one', async () => {
    const keeper = keeperOf(bearer('fixed'));
    expect(await keeper.current()).toBe('fixed');
    expect(await keeper.replacementFor('fixed')).toBeNull();
  });

  it('is shared by clients with the same auth', () => {
    const auth = bearer('x');
    expect(keeperOf(auth)).toBe(keeperOf(auth));
  });
});
