import { checkAnswers, examplesOn, requirementsFor, witaDate, type Answers, type Service } from '@e-sewaka/contract';
import type { Submission } from '../features/applications/check.js';
import { livingAt } from '../population/home.js';
import type { Resident } from '../population/registry.js';

/** A submission that a service accepts, made from one of its examples and given in a resident's name. */
export async function exampleSubmission(
  service: Service,
  person: Resident,
  given: { readonly villageCode: string; readonly now: Date; readonly turn: number; readonly newPaper: () => Promise<string> },
): Promise<Submission> {
  const answers = livingAt(service, exampleAnswers(service, person, given), { villageCode: given.villageCode, banjar: person.banjar });
  return {
    serviceId: service.id,
    serviceVersion: service.version,
    villageCode: given.villageCode,
    answers,
    documents: await exampleDocuments(service, answers, given),
    contact: { phone: person.phone, whatsapp: given.turn % 2 === 0 },
    trackingFactor: { kind: 'phone', value: person.phone },
    locale: 'id',
    declaration: { accepted: true, textVersion: 'demo-1' },
  };
}

function exampleAnswers(service: Service, person: Resident, { now, turn }: { now: Date; turn: number }): Answers {
  const { valid } = examplesOn(service, witaDate(now));
  const base = valid[turn % valid.length]?.answers ?? {};
  const { name, nik, kk, bornOn } = service.applicant;
  const own: Record<string, string> = { [name]: person.name };
  if (nik !== undefined) own[nik] = person.nik;
  if (kk !== undefined) own[kk] = person.kk;
  if (bornOn !== undefined) own[bornOn] = person.bornOn;
  const renamed = { ...base, ...own };
  return checkAnswers(service, renamed, { today: witaDate(now) }).length === 0 ? renamed : base;
}

/** Uploads what only an upload can meet, and now and then the rest; brings the other originals. */
async function exampleDocuments(
  service: Service,
  answers: Answers,
  { now, turn, newPaper }: { now: Date; turn: number; newPaper: () => Promise<string> },
): Promise<NonNullable<Submission['documents']>> {
  const documents: Record<string, NonNullable<Submission['documents']>[string]> = {};
  for (const { id, ways } of requirementsFor(service, answers, { today: witaDate(now) }).filter((each) => each.required !== false)) {
    const uploads = ways.includes('upload') && (turn % 3 === 0 || !ways.includes('bring_original'));
    documents[id] = uploads ? { way: 'upload', uploadIds: [await newPaper()] } : { way: 'bring_original' };
  }
  return documents;
}
