import type { operations } from '@e-sewaka/contract';
import type { App, Context } from './context.js';
import type { EventReply, FileReply, RawReply, Reply } from './reply.js';

/** Every operation of the contract, by id. */
export type OperationId = keyof operations;

type Parameters<Op extends OperationId> = operations[Op] extends { parameters: infer P } ? P : object;
type Part<P, Name extends string> = P extends { [K in Name]: infer V } ? V : P extends { [K in Name]?: infer V } ? NonNullable<V> : object;
type Body<Op extends OperationId> = operations[Op] extends { requestBody: { content: infer C } }
  ? JsonOf<C>
  : operations[Op] extends { requestBody?: { content: infer C } }
    ? JsonOf<C> | undefined
    : undefined;
type JsonOf<Content> = Content extends { 'application/json': infer B } ? B : undefined;

type Success<R> = R extends object ? { [S in keyof R & (200 | 201 | 202 | 204)]: R[S] }[keyof R & (200 | 201 | 202 | 204)] : never;
type Responses<Op extends OperationId> = operations[Op] extends { responses: infer R } ? Success<R> : never;
type ResultBody<R> = R extends { content: infer C } ? JsonOf<NonNullable<C>> : undefined;

/** What a handler is given: validated, not coerced. */
export interface Input<Op extends OperationId> {
  readonly path: Readonly<Required<Part<Parameters<Op>, 'path'>>>;
  readonly query: Readonly<Part<Parameters<Op>, 'query'>>;
  readonly body: Body<Op>;
}

/** What an operation answers when all is well. */
export type Result<Op extends OperationId> = ResultBody<Responses<Op>>;

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
