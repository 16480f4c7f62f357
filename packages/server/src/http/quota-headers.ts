import type { FastifyReply } from 'fastify';
import type { Standing } from '../limits.js';

/**
 * Keeps `RateLimit-Policy` and `RateLimit` of an answer up to date with the limits its request was counted against, the
 * tightest first (draft-ietf-httpapi-ratelimit-headers-10). Headers go onto the reply at once, so that refusals,
 * streams and what tus writes carry them as well.
 *
 * What is left of a limit on one person, phone or code is everybody's business: it would tell a stranger how often
 * somebody else tried. Such a limit shows its policy, which is the same for all, and where it stands only once it has
 * refused, when the refusal has said it already.
 */
export function quotaHeaders(reply: FastifyReply): (standing: Standing) => void {
  const taken: Standing[] = [];
  return (standing) => {
    taken.push(standing);
    taken.sort((one, other) => shownLeft(one) - shownLeft(other) || other.resetsIn - one.resetsIn);
    reply.header('ratelimit-policy', taken.map(({ name, quota, window }) => `"${name}";q=${quota};w=${window}`).join(', '));
    const shown = taken.filter(isShown);
    if (shown.length > 0)
      reply.header('ratelimit', shown.map(({ name, remaining, resetsIn }) => `"${name}";r=${remaining};t=${resetsIn}`).join(', '));
  };
}

const isShown = ({ counts, refused }: Standing): boolean => counts === 'caller' || refused;

/** The order must not tell either what is left of a limit that is not shown: those come last. */
const shownLeft = (standing: Standing): number => (isShown(standing) ? standing.remaining : Number.MAX_SAFE_INTEGER);
