import type { Client } from './client.js';

/** The answers a stand-in gives, by namespace and method. */
export type ClientParts = { readonly [N in keyof Client]?: Partial<Client[N]> };

/** A stand-in for the SDK that answers what a test or story gives it and refuses everything else by name. */
export function fakeClient(parts: ClientParts): Client {
  const namespace = (name: string, methods: object): unknown =>
    new Proxy(methods, {
      get: (own, method): unknown => Reflect.get(own, method) ?? (() => Promise.reject(new Error(`not faked: ${name}.${String(method)}`))),
    });
  const client: unknown = new Proxy(parts, {
    // Templates, promises and printers ask any value for their own marks.
    get: (own, name) => (typeof name === 'symbol' || /^_|^then$|^toJSON$/.test(name) ? undefined : namespace(name, Reflect.get(own, name) ?? {})),
  });
  return client as Client;
}
