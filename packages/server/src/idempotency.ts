import { createHash } from 'node:crypto';
import type { App } from './context.js';
import type { Reader, Tx } from './db/index.js';
import { problem } from './problems.js';

/** An answer as it goes over the wire, kept for a repeat. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Thrown inside `once` when the same request was answered meanwhile by somebody else. */
export class Replay extends Error {
  readonly answer: KeptAnswer;
  constructor(answer: KeptAnswer) {
    super('replay');
    this.answer = answer;
  }
}

/** One request that carries an Idempotency-Key. */
export interface KeyedRequest {
  readonly key: string;
  readonly subject: string;
  readonly operation: string;
  /** Path with its parameters, and the body as parsed. */
  readonly target: string;
  readonly body: unknown;
}

const hoursKept = 24;
const running = new Set<string>();

/** Keeps the answer of a create with its effect, in one transaction, and gives it to whoever repeats the request. */
export class Idempotency {
  readonly #app: Pick<App, 'db' | 'secrets' | 'clock'>;
  readonly #request: KeyedRequest;
  readonly #keyHash: string;
  readonly #bodyHash: string;

  constructor(app: Pick<App, 'db' | 'secrets' | 'clock'>, request: KeyedRequest) {
    this.#app = app;
    this.#request = request;
    const key = request.key.toLowerCase();
    this.#keyHash = app.secrets.hash('idempotency-key', `${request.subject}\n${request.operation}\n${key}`);
    const digest = createHash('sha256')
      .update(JSON.stringify([request.target, request.body ?? null]))
      .digest('base64url');
    this.#bodyHash = app.secrets.hash('idempotency-body', digest);
  }

  /** The kept answer of an earlier, equal request; throws 422 when the key was used for another one. */
  async find(reader: Reader = this.#app.db.read): Promise<KeptAnswer | undefined> {
    const row = await reader
      .selectFrom('idempotency')
      .select(['body_hash', 'answer'])
      .where('key_hash', '=', this.#keyHash)
      .where('expires_at', '>', this.#app.clock().toISOString())
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (row.body_hash !== this.#bodyHash) throw problem('idempotency_key_reused');
    return JSON.parse(this.#app.secrets.open('idempotency', row.answer, this.#request.key.toLowerCase())) as KeptAnswer;
  }

  /** Runs `work` and keeps its answer; 409 while an equal request is running. */
  async run<T>(work: (tx: Tx) => Promise<T>, toAnswer: (result: T) => KeptAnswer): Promise<T> {
    const inProgress = problem('idempotency_in_progress', { retryAfter: 1 });
    if (running.has(this.#keyHash)) throw inProgress;
    running.add(this.#keyHash);
    try {
      return await this.#app.db.transaction(async (tx) => {
        if (!(await this.#app.db.tryLock(tx, this.#keyHash))) throw inProgress;
        const kept = await this.find(tx);
        if (kept !== undefined) throw new Replay(kept);
        const result = await work(tx);
        await this.#keep(tx, toAnswer(result));
        return result;
      });
    } finally {
      running.delete(this.#keyHash);
    }
  }

  async #keep(tx: Tx, answer: KeptAnswer): Promise<void> {
    const now = this.#app.clock();
    const row = {
      body_hash: this.#bodyHash,
      operation: this.#request.operation,
      answer: this.#app.secrets.seal('idempotency', JSON.stringify(answer), this.#request.key.toLowerCase()),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + hoursKept * 3_600_000).toISOString(),
    };
    await tx
      .insertInto('idempotency')
      .values({ key_hash: this.#keyHash, ...row })
      .onConflict((conflict) => conflict.column('key_hash').doUpdateSet(row))
      .execute();
  }
}
