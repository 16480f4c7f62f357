/**
 * `npm run bench`: what the server and the SDK cost, as ratios to raw `node:http` and raw `fetch` measured in the same run.
 * A measurement, never a test: believe ratios of one run, not its seconds.
 */
import './node-version.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './run.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const calls = Number(process.env.BENCH_CALLS ?? 1500);
const lanes = 16;

await build();
const { loadCatalog } = await import('../packages/catalog/dist/index.js');
const { createClient } = await import('../packages/sdk/dist/index.js');

const folder = mkdtempSync(join(tmpdir(), 'sewaka-bench-'));
const children = [];
try {
  const sewaka = await serve(join(root, 'packages/server/dist/main.js'), {
    PORT: '0',
    SEWAKA_DEMO: 'off',
    SEWAKA_DATA_DIR: folder,
    SEWAKA_LOG_LEVEL: 'warn',
    SEWAKA_RATE_FACTOR: '100000',
  });
  const services = await (await fetch(`${sewaka}/v1/services`)).text();
  const raw = await serve(join(root, 'tools/bench-raw.mjs'), { PORT: '0', BENCH_BODY: services });
  const submission = JSON.stringify(domicile(loadCatalog()));

  const reads = await compare({ path: '/v1/services' }, sewaka, raw);
  const writes = await compare({ path: '/v1/applications', method: 'POST', body: submission, count: Math.ceil(calls / 5) }, sewaka, raw);
  const sdk = await overhead(createClient({ baseUrl: sewaka }), `${sewaka}/v1/services`);

  console.table({
    'GET /v1/services (from memory)': reads,
    'POST /v1/applications (one durable transaction)': writes,
  });
  console.log(`SDK: services.list() takes ${sdk.ratio.toFixed(2)} × the CPU time of raw fetch + json (${sdk.extraMs.toFixed(3)} ms more per call).`);
} finally {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all(children.map((child) => child.exitCode ?? once(child, 'exit')));
  rmSync(folder, { recursive: true, force: true });
}

function domicile(catalog) {
  const service = catalog.get('surat-keterangan-domisili');
  const { answers } = service.examples.valid[0];
  const documents = Object.fromEntries(
    service.requirements
      .filter((requirement) => !requirement.when && requirement.required !== false)
      .map(({ id, ways }) => [id, { way: ways.includes('bring_original') ? 'bring_original' : 'upload' }]),
  );
  return {
    serviceId: service.id,
    villageCode: '51.71.04.2001',
    answers,
    documents,
    contact: { phone: '+6281200001234' },
    trackingFactor: { kind: 'phone', value: '+6281200001234' },
    declaration: { accepted: true, textVersion: '1' },
  };
}

/** Starts a server that prints its address, and waits for it. */
async function serve(script, env) {
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let output = '';
  for await (const chunk of child.stdout) {
    output += chunk;
    const [address] = output.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
    if (address) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error(`${script} ended without an address:\n${output}`);
}

/** Interleaved rounds against both servers; medians of requests per second. */
async function compare(job, sewaka, raw) {
  const ours = [];
  const theirs = [];
  await load(sewaka, { ...job, count: 200 });
  await load(raw, { ...job, count: 200 });
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await load(sewaka, job));
    theirs.push(await load(raw, job));
  }
  const [a, b] = [median(ours), median(theirs)];
  return { 'E-Sewaka, requests/s': Math.round(a), 'raw node:http, requests/s': Math.round(b), 'raw ÷ ours': Number((b / a).toFixed(2)) };
}

async function load(base, { path, method = 'GET', body, count = calls }) {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  let left = count;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (left-- > 0) await once200(base + path, { method, body, agent });
    }),
  );
  agent.destroy();
  return count / ((performance.now() - began) / 1000);
}

function once200(url, { method, body, agent }) {
  const headers = body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {};
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers }, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode < 300 ? resolve() : reject(new Error(`${method} ${url}: ${response.statusCode}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function overhead(client, url) {
  const raw = async () => (await fetch(url, { headers: { accept: 'application/json' } })).json();
  const sdk = () => client.services.list();
  const cost = { raw: [], sdk: [] };
  for (let round = 0; round < rounds + 1; round += 1) {
    for (const [name, call] of [['raw', raw], ['sdk', sdk]]) {
      const began = process.cpuUsage();
      for (let index = 0; index < 300; index += 1) await call();
      const { user, system } = process.cpuUsage(began);
      if (round > 0) cost[name].push((user + system) / 300 / 1000);
    }
  }
  const [a, b] = [median(cost.sdk), median(cost.raw)];
  return { ratio: a / b, extraMs: a - b };
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
