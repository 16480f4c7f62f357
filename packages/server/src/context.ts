import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Catalog } from '@e-sewaka/catalog';
import type { Sessions } from './auth/sessions.js';
import type { Config } from './config.js';
import type { Change, Db, Tx } from './db/index.js';
import type { Limits } from './limits.js';
import type { Villages } from './live-villages.js';
import type { Outbox } from './outbox.js';
import type { Principal } from './principal.js';
import type { Secrets } from './secrets.js';

/** The time, as an argument. */
export type Clock = () => Date;

/** What is logged: objects of ids and codes, never answers or names. */
export interface Log {
  debug(fields: object, message?: string): void;
  info(fields: object, message?: string): void;
  warn(fields: object, message?: string): void;
  error(fields: object, message?: string): void;
}

/** News between requests and processes, told when the causing transaction commits. */
export interface Events {
  publish(tx: Tx, channel: string, change: Change): Promise<void>;
  /** What happens on a channel from now on, until `signal` aborts. Subscribes before it returns. */
  subscribe(channel: string, signal: AbortSignal): AsyncIterable<Change>;
}

/** What every part of the server shares. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  readonly catalog: Catalog;
  readonly villages: Villages;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly outbox: Outbox;
  readonly events: Events;
  readonly limits: Limits;
  readonly sessions: Sessions;
}

/** The request as features may see it. */
export interface RequestFacts {
  readonly id: string;
  readonly operationId: string;
  /** Network address, after the trusted proxy. */
  readonly address: string;
  /** Address for limits: IPv6 by /64. */
  readonly network: string;
  readonly origin?: string;
  /** The publishable key of the embedding site, when one was sent; bound to `origin` already. */
  readonly siteKey?: string;
  readonly idempotencyKey?: string;
  readonly lastEventId?: string;
  /** Aborts when the client leaves or the server closes. */
  readonly signal: AbortSignal;
  /** For operations that speak their own protocol (tus). */
  readonly raw: { readonly request: IncomingMessage; readonly response: ServerResponse };
}

/** What a handler gets besides its input. */
export interface Context extends App {
  readonly principal: Principal;
  readonly request: RequestFacts;
  /**
   * Runs the effect of a create: one transaction in which the Idempotency-Key is claimed, `work` runs, and its answer
   * is kept for a repeat. A repeat gets the kept answer and `work` is not run. The handler returns what this returns.
   */
  once<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Throws 428 or 412 unless If-Match names this revision. */
  requireRevision(revision: number): void;
}
