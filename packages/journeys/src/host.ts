import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a path of a host answers: text of a file, and headers of that site's own. */
export interface Answer {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A village's own site on an origin of its own. */
export interface Host {
  readonly origin: string;
  /** Where the widgets come from: stands for `https://sewaka.example` in every page. */
  point(api: string): void;
  /** Serves something beside the pages in `hosts/`. */
  serve(path: string, answer: Answer): void;
  close(): Promise<void>;
}

const example = /https:\/\/sewaka\.example/g;
const pages = fileURLToPath(new URL('../hosts/', import.meta.url));
const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

/** Opens a site on loopback; by name it is another site than the server, which is asked by number. */
export async function openHost(): Promise<Host> {
  let api = '';
  const served = new Map<string, Answer>();
  const answerTo = async (path: string): Promise<Answer> => {
    if (path === '/favicon.ico') return { body: '' };
    const { body, headers } = served.get(path) ?? { body: await readFile(`${pages}${path.slice(1)}`, 'utf8') };
    const pointed = (text: string): string => text.replace(example, api);
    const own = Object.entries(headers ?? {}).map(([name, value]) => [name, pointed(value)] as const);
    return { body: typeof body === 'string' ? pointed(body) : body, headers: { 'content-type': types[extname(path)] ?? 'text/plain', ...Object.fromEntries(own) } };
  };
  const server = createServer((request, response) => {
    answerTo(new URL(request.url ?? '/', 'http://host').pathname).then(
      ({ body, headers }) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The host has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    point: (url) => void (api = url),
    serve: (path, answer) => void served.set(path, answer),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
