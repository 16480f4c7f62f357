import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request as the chaos server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How the chaos server treats one request; `count` starts at 1. */
export type Treatment = (response: ServerResponse, request: SeenRequest, count: number) => void;

/** A real HTTP server that misbehaves as told, for tests. */
export interface ChaosServer {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  treat(treatment: Treatment): void;
  close(): Promise<void>;
}

/** Starts a chaos server on a free port of this machine. */
export async function startChaosServer(): Promise<ChaosServer> {
  const seen: SeenRequest[] = [];
  let treatment: Treatment = json(200, {});
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const entry = { method, url, headers, body };
      seen.push(entry);
      treatment(response, entry, seen.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    treat: (next) => {
      treatment = next;
      seen.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers JSON. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Treatment {
  return (response) => {
    response.writeHead(status, {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      ...headers,
    });
    response.end(status === 204 || status === 304 ? undefined : JSON.stringify(body));
  };
}

/** Answers a problem as the contract describes it. */
export function problem(
  status: number,
  code: string,
  more: object = {},
  headers: Readonly<Record<string, string>> = {},
): Treatment {
  return json(
    status,
    { type: `urn:e-sewaka:problem:${code}`, title: 'x', status, code, requestId: 'req-1', ...more },
    headers,
  );
}

/** One treatment for each request in turn; the last one stays. */
export function inTurn(...treatments: readonly Treatment[]): Treatment {
  return (response, request, count) => (treatments[count - 1] ?? treatments.at(-1))?.(response, request, count);
}

/** Breaks the connection without an answer. */
export const reset: Treatment = (response) => void response.destroy();

/** Sends the head and half of the body, then breaks the connection. */
export const halfway: Treatment = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"id":"surat', () => response.destroy());
};

/** Never answers. */
export const silence: Treatment = () => undefined;
