import { createReader } from '@e-sewaka/sdk/read';
import { provideClients, type Client } from './client.js';

type Act = (...input: unknown[]) => unknown;

const sdk = () => import('./sdk-client.js');

/** Code that did not arrive is a lost connection like any other: what asked for it can be tried again. */
async function wholeSdk(): ReturnType<typeof sdk> {
  try {
    return await sdk();
  } catch (error) {
    throw Object.assign(new Error('The rest of the SDK did not arrive.', { cause: error }), { kind: 'connection' });
  }
}

const shelf = Symbol.for('e-sewaka.ahead');

/** Like `fetch`, but takes what the loader has asked for already (see `loader/ahead`), once. */
const fetchOrTake: typeof fetch = async (input, init) => {
  const asked: unknown = Reflect.get(globalThis, shelf);
  const address = input instanceof Request ? input.url : `${input}`;
  const answer: unknown = asked instanceof Map ? asked.get(address) : undefined;
  if (asked instanceof Map) asked.delete(address);
  const response: unknown = await Promise.resolve(answer).catch(() => undefined);
  return response instanceof Response ? response : fetch(input, init);
};

/**
 * A client that reads public data at once and fetches the rest of the SDK with the first call that needs it, so that a
 * form can be filled in before the code that sends it has arrived.
 */
function publicClient(baseUrl: string): Client {
  const reader = createReader({ baseUrl, fetch: fetchOrTake });
  let whole: Client | undefined;
  const later = (namespace: string, method: string): Act => {
    const call = async (input: unknown[]): Promise<unknown> => {
      whole ??= (await wholeSdk()).wholeClient(baseUrl);
      const target: unknown = Reflect.get(whole, namespace);
      const act: unknown = Reflect.get(Object(target), method);
      if (typeof act !== 'function') throw new TypeError(`${namespace}.${method} is no call of the SDK`);
      return Reflect.apply(act, target, input);
    };
    return (...input) => {
      const answer = call(input);
      // Calls that give a stream are read with `for await`, all others are awaited.
      return Object.assign(answer, { [Symbol.asyncIterator]: () => streamOf(answer) });
    };
  };
  const namespace = (name: string, near: object): object => new Proxy(near, { get: (own, method): unknown => Reflect.get(own, method) ?? later(name, String(method)) });
  const uploads = { start: (...input: Parameters<Client['uploads']['start']>) => startLater(later('uploads', 'start'), input) };
  const near: Readonly<Record<string, object>> = { ...reader, uploads };
  // One of the SDK's names at run time, whichever is asked for; `Client` says which those are.
  return new Proxy({}, { get: (_, name) => namespace(String(name), near[String(name)] ?? {}) }) as Client;
}

async function* streamOf(answer: Promise<unknown>): AsyncGenerator<unknown> {
  yield* (await answer) as AsyncIterable<unknown>;
}

type Task = ReturnType<Client['uploads']['start']>;

function startLater(start: Act, input: Parameters<Client['uploads']['start']>): Task {
  const task = start(...input) as Promise<Task>;
  return {
    done: task.then(({ done }) => done),
    pause: () => void task.then((running) => running.pause()),
    resume: () => void task.then((running) => running.resume()),
    abort: () => task.then((running) => running.abort()).catch(() => undefined),
  };
}

provideClients(publicClient, 'public', sdk);
