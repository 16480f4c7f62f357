/** Why a token is asked for: none yet, or the last one was refused or is about to end. */
export type TokenReason = 'initial' | 'expired';

/** An access token and when it ends, as an ISO time, a Date or milliseconds since 1970. */
export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt?: string | number | Date;
}

/** Where tokens come from; the host page or service implements it. Null means: call without one. */
export interface Auth {
  getToken(request: {
    readonly reason: TokenReason;
  }): Promise<AccessToken | string | null> | AccessToken | string | null;
}

/** An `Auth` for one fixed token, such as the one a submission answers with. */
export function bearer(accessToken: string): Auth {
  return { getToken: ({ reason }) => (reason === 'initial' ? accessToken : null) };
}

interface Held {
  readonly value: string | null;
  readonly endsAt: number;
}

/** Asked for again this long before its end, so that it does not end on the way. */
const early = 60_000;

/** Keeps the current token of one `Auth`, and asks for a new one once however many calls need it. */
export class TokenKeeper {
  #held: Held | undefined;
  #flight: Promise<string | null> | undefined;
  readonly #auth: Auth;

  constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** The token to send now. */
  current(): Promise<string | null> {
    if (this.#flight) return this.#flight;
    if (this.#held && this.#held.endsAt > Date.now()) return Promise.resolve(this.#held.value);
    return this.#ask(this.#held ? 'expired' : 'initial');
  }

  /**
   * The token to send instead of one that was refused; null when there is no better one. Comparing with the token that
   * was sent keeps a late refusal from starting a second refresh.
   */
  async replacementFor(sent: string | null): Promise<string | null> {
    const held = this.#flight ? await this.#flight : (this.#held?.value ?? null);
    const next = held === sent ? await this.#ask('expired') : held;
    return next === sent ? null : next;
  }

  #ask(reason: TokenReason): Promise<string | null> {
    this.#flight ??= this.#fetch(reason).finally(() => {
      this.#flight = undefined;
    });
    return this.#flight;
  }

  async #fetch(reason: TokenReason): Promise<string | null> {
    const answer = await this.#auth.getToken({ reason });
    const token = typeof answer === 'string' ? { accessToken: answer } : answer;
    const endsAt = token?.expiresAt === undefined ? Infinity : new Date(token.expiresAt).getTime() - early;
    this.#held = token ? { value: token.accessToken, endsAt } : undefined;
    return token?.accessToken ?? null;
  }
}

const keepers = new WeakMap<Auth, TokenKeeper>();

/** The keeper of an `Auth`; clients derived from one another share it. */
export function keeperOf(auth: Auth): TokenKeeper {
  const keeper = keepers.get(auth) ?? new TokenKeeper(auth);
  keepers.set(auth, keeper);
  return keeper;
}
