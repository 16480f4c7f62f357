import type { operations } from './generated/schema.js';

/** Id of an operation, `<resource>.<verb>`. */
export type OperationId = keyof operations;

/** `unknown` is the neutral element of an intersection. */
type OrNothing<T> = [T] extends [never] ? unknown : T;
type Parameters<K extends OperationId> = operations[K] extends { readonly parameters: infer P }
  ? P
  : Record<never, never>;
type Part<P, Name extends string> = P extends { readonly [N in Name]?: infer V } ? OrNothing<NonNullable<V>> : unknown;
type JsonOf<C> = C extends { readonly 'application/json': infer B } ? B : unknown;
type Content<T> = T extends { readonly content: infer C } ? C : undefined;

/** Path parameters of an operation. */
export type PathOf<K extends OperationId> = Part<Parameters<K>, 'path'>;
/** Query parameters of an operation. */
export type QueryOf<K extends OperationId> = Part<Parameters<K>, 'query'>;
/** JSON body of an operation; `unknown` where it has none. */
export type BodyOf<K extends OperationId> = operations[K] extends {
  readonly requestBody: { readonly content: infer C };
}
  ? JsonOf<C>
  : unknown;

type Merged<K extends OperationId> = PathOf<K> & QueryOf<K> & BodyOf<K>;

/** What a call of an operation takes: path, query and JSON body as one flat object. */
export type Input<K extends OperationId> = unknown extends Merged<K> ? Record<string, never> : Merged<K>;

type Responses<K extends OperationId> = operations[K]['responses'];
type SuccessOf<R> = { [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Value<Content<R[S]>> : never }[keyof R];
type Value<C> = C extends object ? C[keyof C] : undefined;

/** What a call of an operation gives: the JSON of its success, a Blob, an event's data of a stream, or nothing. */
export type Ok<K extends OperationId> = SuccessOf<Responses<K>>;

type RefusalOf<R> = {
  [S in keyof R]: R[S] extends { readonly content: { readonly 'application/problem+json': { readonly code: infer C } } }
    ? C
    : never;
}[keyof R];

/** The codes an operation may refuse with; of all operations when none is named. */
export type ProblemCode<K extends OperationId = OperationId> = K extends OperationId ? RefusalOf<Responses<K>> : never;
