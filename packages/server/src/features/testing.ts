import { randomUUID } from 'node:crypto';
import { loadCatalog, villages, type Catalog } from '@e-sewaka/catalog';
import { checkAnswers, examplesOn, requirementsFor, witaDate, type Answers, type Service } from '@e-sewaka/contract';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../app.js';
import { createSessions } from '../auth/sessions.js';
import { loadConfig, type Config } from '../config.js';
import { settle } from '../population/database.js';
import { livingAt } from '../population/home.js';
import { makePopulation } from '../population/synthetic.js';
import type { Resident } from '../population/registry.js';
import type { OfficerPost } from '../principal.js';
import type { Engine, TestDatabase } from '../testing/engines.js';

/** The village most tests play in, and another one. */
export const home = '51.71.04.2001';
export const elsewhere = '51.71.01.1006';
/** The banjar in which applicants of the tests live, and another one of the same village. */
export const ownBanjar = 'Banjar Contoh Satu';
export const otherBanjar = 'Banjar Contoh Dua';
/** An approval without the word of the Kadus. */
export const approval = { action: 'approve', note: 'Surat pengantar kertas diperlihatkan di loket.' } as const;

/** A server on a fresh database with people in the registry, and the ways tests talk to it. */
export interface Bench {
  readonly app: FastifyInstance;
  readonly test: TestDatabase;
  readonly config: Config;
  readonly catalog: Catalog;
  readonly people: readonly Resident[];
  /** Every log line so far. */
  readonly log: string[];
  now: Date;
  /** Sends a request; `key` and `ifMatch` become headers, a body becomes JSON. */
  call(method: InjectOptions['method'], url: string, options?: Call): Promise<LightMyRequestResponse>;
  /** Signs an officer in and returns the cookie; a Kadus heads the first banjar of the tests unless told otherwise. */
  officer(office: string, post: OfficerPost, banjar?: string): Promise<string>;
  close(): Promise<void>;
}

/** What a request carries. */
export interface Call {
  readonly body?: unknown;
  readonly token?: string | undefined;
  readonly cookie?: string | undefined;
  readonly key?: string | false;
  readonly ifMatch?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

const secret = 'a secret for tests that is long enough to be one';
const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Opens a server for tests. */
export async function openBench(
  engine: Engine,
  env: Readonly<Record<string, string>> = {},
  openCatalog: (dataDirectory: string) => Catalog = () => loadCatalog(),
): Promise<Bench> {
  const test = await engine.open();
  const catalog = openCatalog(test.directory);
  const config = loadConfig({ SEWAKA_DATA_DIR: test.directory, SEWAKA_SECRET: secret, SEWAKA_DEMO: 'off', SEWAKA_LOG_LEVEL: 'debug', SEWAKA_RATE_FACTOR: '10000', ...env });
  const people = makePopulation(villages);
  await settle(test.db, people);
  const log: string[] = [];
  const bench = { now: new Date('2026-11-23T02:00:00Z') };
  const app = await buildApp({ config, db: test.db, catalog, clock: () => bench.now, logTo: { write: (line) => void log.push(line) } });
  const sessions = createSessions({ db: test.db, clock: () => bench.now });
  return Object.assign(bench, {
    app,
    test,
    config,
    catalog,
    people,
    log,
    async call(method: InjectOptions['method'], url: string, options: Call = {}) {
      return app.inject({ method, url, headers: headersOf(config, String(method), options), ...(options.body === undefined ? {} : { payload: JSON.stringify(options.body) }) } as InjectOptions);
    },
    async officer(office: string, post: OfficerPost, banjar: string = ownBanjar) {
      const whose = post === 'kadus' ? { banjar } : {};
      const holder = { kind: 'officer', accountId: `${office}:${post}`, name: `Petugas ${post}`, office, post, ...whose } as const;
      return (await test.db.transaction((tx) => sessions.issue(tx, holder))).accessToken;
    },
    async close() {
      await app.close();
      await test.close();
    },
  });
}

function headersOf(config: Config, method: string, options: Call): Record<string, string> {
  const { token, cookie, key, ifMatch, body } = options;
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(writes.has(method) && key !== false ? { 'idempotency-key': key ?? randomUUID() } : {}),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(cookie === undefined ? {} : { cookie: `sewaka_session=${cookie}`, 'x-sewaka-request': '1', origin: config.publicUrl }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    ...options.headers,
  };
}

/** Answers that a service accepts, given by this resident. */
export function answersFor(service: Service, person: Resident, now: Date): Answers {
  const [example] = examplesOn(service, witaDate(now)).valid;
  if (example === undefined) throw new Error(`${service.id} has no valid example`);
  const { name, nik, kk, bornOn } = service.applicant;
  const own = { [name]: person.name, ...(nik && { [nik]: person.nik }), ...(kk && { [kk]: person.kk }), ...(bornOn && { [bornOn]: person.bornOn }) };
  const answers = { ...example.answers, ...own };
  return checkAnswers(service, answers, { today: witaDate(now) }).length === 0 ? answers : example.answers;
}

/** A complete submission that the server accepts. */
export function submissionFor(bench: Pick<Bench, 'catalog' | 'now'>, person: Resident, serviceId = 'surat-keterangan-domisili', villageCode = home) {
  const service = bench.catalog.get(serviceId);
  if (service === undefined) throw new Error(`no such service: ${serviceId}`);
  const answers = livingAt(service, answersFor(service, person, bench.now), { villageCode, banjar: ownBanjar });
  return {
    serviceId,
    serviceVersion: service.version,
    villageCode,
    answers,
    documents: documentsFor(service, answers, bench.now),
    contact: { phone: person.phone, whatsapp: true },
    trackingFactor: { kind: 'phone' as const, value: person.phone },
    locale: 'id' as const,
    declaration: { accepted: true as const, textVersion: '1' },
  };
}

/** Brings every original that these answers ask for. */
function documentsFor(service: Service, answers: Answers, now: Date): Record<string, { way: 'bring_original' }> {
  const asked = requirementsFor(service, answers, { today: witaDate(now) });
  return Object.fromEntries(asked.filter((each) => each.ways.includes('bring_original') && each.required !== false).map((each) => [each.id, { way: 'bring_original' }]));
}

/** Files an application and returns what its applicant holds. */
export async function fileOne(bench: Bench, person: Resident, serviceId?: string, villageCode?: string) {
  const answer = await bench.call('POST', '/v1/applications', { body: submissionFor(bench, person, serviceId, villageCode) });
  if (answer.statusCode !== 201) throw new Error(`not filed: ${answer.statusCode} ${answer.body}`);
  const { application, trackingCode, accessToken } = answer.json<{ application: { id: string; revision: number }; trackingCode: string; accessToken: string }>();
  return { id: application.id, revision: application.revision, trackingCode, accessToken };
}

/** Takes one step at the desk. */
export function step(bench: Bench, cookie: string, filed: { id: string }, revision: number, body: object) {
  return bench.call('POST', `/v1/desk/applications/${filed.id}/actions`, { cookie, ifMatch: `"r${revision}"`, body });
}
