import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { banjarKey, numberingFault, numberingOf } from '@e-sewaka/contract';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { CatalogProblem } from './catalog-error.js';
import { toFinding } from './format/validate.js';
import { villageFormat } from './format/village.js';
import type { Finding } from './outline.js';
import { villages, type Village } from './reference.js';
import { readYaml } from './yaml-file.js';

type Profile = Pick<Village, 'address' | 'phone' | 'hours' | 'officers'> &
  Partial<Pick<Village, 'email' | 'whatsapp' | 'website' | 'banjars' | 'letterNumberMask' | 'letterCounter' | 'notice'>>;

/** What was found in a folder of profiles. */
export interface VillageProfiles {
  /** All 43 villages; those with a sound profile no longer bear sample values. */
  readonly villages: readonly Village[];
  /** What is wrong, by file, line and column; such a file changes nothing. */
  readonly problems: readonly CatalogProblem[];
}

let compiled: ValidateFunction<Profile> | undefined;

/** Reads villages' own profiles, `<folder>/<village code>.yaml`, over the shipped samples; the folder need not exist. */
export function loadVillages(folder: string): VillageProfiles {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)).sort() : [];
  const read = names.map((name) => readProfile(join(folder, name)));
  const own = new Map(read.flatMap(({ village }) => (village === undefined ? [] : [[village.code, village] as const])));
  return {
    villages: villages.map((sample) => own.get(sample.code) ?? sample),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function readProfile(path: string): { readonly village?: Village; readonly problems: readonly CatalogProblem[] } {
  const file = readYaml(path);
  const code = basename(path).replace(/\.ya?ml$/, '');
  const sample = villages.find((village) => village.code === code);
  if (sample === undefined) return { problems: [file.problem([], `no village of Denpasar has the code "${code}"`)] };
  if (file.problems.length > 0) return { problems: file.problems };
  const { profile, findings } = checkProfile(file.value);
  const problems = findings.map(({ path: at, reason, atKey }) => file.problem(at, reason, atKey));
  return profile === undefined || problems.length > 0 ? { problems } : { village: apply(sample, profile), problems };
}

function checkProfile(value: unknown): { readonly profile?: Profile; readonly findings: readonly Finding[] } {
  compiled ??= new Ajv2020({ strict: true, strictTypes: false, allErrors: true, ownProperties: true }).compile<Profile>(villageFormat);
  if (!compiled(value)) return { findings: (compiled.errors ?? []).map(toFinding) };
  return { profile: value, findings: [...checkHours(value), ...checkOfficers(value), ...checkBanjars(value), ...checkNumbering(value)] };
}

function checkHours({ hours }: Profile): Finding[] {
  return hours.flatMap(({ opens, closes }, at) =>
    opens < closes ? [] : [{ path: ['hours', at, 'closes'], reason: `closes at ${closes}, before it opens at ${opens}` }],
  );
}

/** Letters are signed by the head: there is one. */
function checkOfficers(profile: Profile): Finding[] {
  const heads = profile.officers.filter(({ post }) => post === 'head').length;
  const wrong = heads === 1 ? [] : [{ path: ['officers'], reason: `must name one officer with the post "head", not ${heads}` }];
  return [...wrong, ...profile.officers.flatMap(({ post, banjar }, at) => kadusProblem(profile, { post, banjar }, at).map((reason) => ({ path: ['officers', at], reason })))];
}

/** A kadus heads one banjar of the village, alone; nobody else heads one. */
function kadusProblem({ officers, banjars = [] }: Profile, { post, banjar }: { post: string; banjar: string | undefined }, at: number): string[] {
  if (post !== 'kadus') return banjar === undefined ? [] : ['only a kadus heads a banjar'];
  if (banjar === undefined) return ['"banjar" is missing: a kadus heads one'];
  const key = banjarKey(banjar);
  if (!banjars.some(({ name }) => banjarKey(name) === key)) return [`"${banjar}" is not among the banjars`];
  return officers.slice(0, at).some((other) => other.banjar !== undefined && banjarKey(other.banjar) === key) ? [`"${banjar}" has another kadus already`] : [];
}

function checkBanjars({ banjars = [] }: Profile): Finding[] {
  const folded = banjars.map(({ name }) => banjarKey(name));
  return folded.flatMap((name, at) => (folded.indexOf(name) === at ? [] : [{ path: ['banjars', at, 'name'], reason: 'is named twice' }]));
}

/** Two letters of one office must never bear the same number. */
function checkNumbering({ letterNumberMask: mask, letterCounter: scope }: Profile): Finding[] {
  const reason = numberingFault(numberingOf({ mask, scope }));
  return reason === undefined ? [] : [{ path: [mask === undefined ? 'letterCounter' : 'letterNumberMask'], reason }];
}

/** Nothing of the sample's people, numbers and notice stays beside real ones. */
function apply(sample: Village, profile: Profile): Village {
  const { code, name, kind, districtCode, districtName, letterNumberMask } = sample;
  return { code, name, kind, districtCode, districtName, banjars: [], letterNumberMask, ...profile, sample: false };
}
