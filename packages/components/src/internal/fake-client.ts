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
    get: (own, name) => {
      // Templates, promises and printers ask any value for their own marks.
      if (typeof name === 'symbol' || /^_|^then$|^toJSON$/.test(name)) return undefined;
      const part: unknown = Reflect.get(own, name);
      return namespace(name, typeof part === 'object' && part !== null ? part : {});
    },
  });
  return client as Client;
}
