import type { BodyOf, Ok, OperationId, PathOf, QueryOf } from '@e-sewaka/contract';
import type { App, Context } from './context.js';
import type { EventReply, FileReply, RawReply, Reply } from './reply.js';

/** What a handler is given: validated, not coerced. */
export interface Input<Op extends OperationId> {
  readonly path: Readonly<PathOf<Op>>;
  readonly query: Readonly<QueryOf<Op>>;
  readonly body: BodyOf<Op>;
}

/** What an operation answers when all is well; streams and files are replies of their own. */
export type Result<Op extends OperationId> = Ok<Op>;

/** One verb. A plain body is sent with the operation's success status; undeclared properties are stripped. */
export type Handler<Op extends OperationId> = (
  input: Input<Op>,
  ctx: Context,
) => Promise<Result<Op> | Reply<Result<Op>> | FileReply | EventReply | RawReply>;

/** Every verb of the contract: a missing one is a compile error (`handlers satisfies Handlers`). */
export type Handlers = { readonly [Op in OperationId]: Handler<Op> };

/** Some verbs: what one feature folder exports (`satisfies HandlersOf<'tracking.open' | 'tracking.get'>`). */
export type HandlersOf<Op extends OperationId> = { readonly [O in Op]: Handler<O> };

/**
 * What `src/features/index.ts` exports as `features`. `prepare` runs once after migrations and before the server
 * listens: it seeds, names outbox workers, and may return what to do at shutdown.
 */
export interface Features {
  readonly handlers: Handlers;
  prepare(app: App): Promise<(() => Promise<void>) | undefined>;
}
