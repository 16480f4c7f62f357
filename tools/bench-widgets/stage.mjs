/** A small server with the built widgets as they were at the start, the measured services, and the plain pages; everything as brotli. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from '../run.mjs';
import { manyFields, serviceOf } from './fields.mjs';
import { plainPage, plainScript, plainStyles } from './plain.mjs';

const widgets = join(root, 'packages/components/dist/cdn');
const village = '51.71.04.2001';
const types = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '': 'text/html; charset=utf-8' };

/** How a contestant is laid out: all fields at once, or in steps as a service has them (at most 20 steps). */
const perStep = { plain: (count) => count, steps: (count) => Math.max(5, count / 20), 'one step': (count) => count };

/** What is compared: plain HTML, our form in steps, and our form with every field on one step. */
export const contestants = Object.keys(perStep);

/** Address of a contestant's page. */
export const pageOf = (contestant, count) => `/${contestant.replace(' ', '-')}/${count}`;

/**
 * Starts the server for these numbers of fields. The API's server cannot take its place: it refuses services of
 * more than 20 steps with 40 fields each, and the worst case has 500 fields on one.
 * `delay` holds every answer back by so many milliseconds.
 */
export async function openStage(counts, { delay = 0 } = {}) {
  const answers = new Map();
  const put = (path, body) => {
    answers.set(path, { type: types[extname(path)] ?? types[''], body: brotliCompressSync(body) });
  };
  put('/empty', plainPage([]).replace(/<form.*form>|<script.*?script>/g, ''));
  put('/plain.css', plainStyles);
  put('/plain.js', plainScript);
  for (const name of readdirSync(widgets, { recursive: true }).map((entry) => String(entry).replaceAll('\\', '/'))) {
    if (name.endsWith('.js') && name !== 'sewaka.all.js') put(`/cdn/v1/${name}`, readFileSync(join(widgets, name)));
  }
  const api = (path, value) => answers.set(path, { type: types['.json'], body: brotliCompressSync(JSON.stringify(value)) });
  api(`/v1/villages/${village}`, villageProfile);
  for (const count of counts) {
    const fields = manyFields(count);
    put(pageOf('plain', count), plainPage(fields));
    for (const contestant of contestants.slice(1)) {
      const id = `lokal${pageOf(contestant, count).replaceAll('/', '-')}`;
      api(`/v1/services/${id}`, serviceOf(id, fields, perStep[contestant](count)));
      put(pageOf(contestant, count), hostPage(id));
    }
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const answer = answers.get(decodeURIComponent(pathname));
    if (!answer) return void response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{"code":"not_found","status":404}');
    const headers = { 'content-type': answer.type, 'content-encoding': 'br', 'content-length': answer.body.length, 'cache-control': 'no-store' };
    const send = () => void response.writeHead(200, headers).end(answer.body);
    if (delay > 0) setTimeout(send, delay);
    else send();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function hostPage(id) {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ukur</title><link rel="icon" href="data:,"><link rel="preload" as="fetch" crossorigin href="/v1/services/${id}"><script type="module" src="/cdn/v1/service-form.js"></script></head><body><main><sewaka-service-form service="${id}" village="${village}" heading-level="1"></sewaka-service-form></main></body></html>`;
}

const villageProfile = {
  code: village,
  name: 'Dangin Puri Kangin',
  kind: 'desa',
  districtCode: '51.71.04',
  districtName: 'Denpasar Utara',
  address: 'Jalan Contoh 1',
  phone: '+623610000001',
  hours: [],
  officers: [],
  banjars: [],
};
