import { describe, expect, it } from 'vitest';
import { readQuotas } from './quotas.js';

const read = (standing?: string, policy?: string) =>
  readQuotas(
    new Headers({ ...(standing && { ratelimit: standing }), ...(policy && { 'ratelimit-policy': policy }) }),
  );

describe('rate limits in an answer', () => {
  it('are read from both headers, the tightest first', () => {
    expect(
      read('"tracking-network";r=3;t=800, "writes";r=298;t=50', '"tracking-network";q=60;w=900, "writes";q=300;w=60, "tracking-code";q=10;w=900'),
    ).toEqual([
      { name: 'tracking-network', limit: 60, window: 900, remaining: 3, resetsIn: 800 },
      { name: 'writes', limit: 300, window: 60, remaining: 298, resetsIn: 50 },
      { name: 'tracking-code', limit: 10, window: 900 },
    ]);
  });

  it.each([[undefined], [''], ['100, 100;w=60'], ['"a b";r=1'], ['"reads";r=-1'], ['<html>']])(
    'are never guessed from %s',
    (value) => expect(read(value)).toEqual([]),
  );
});
