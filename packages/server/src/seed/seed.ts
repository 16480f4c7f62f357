import { villages } from '@e-sewaka/catalog';
import type { App } from '../context.js';
import { newId } from '../ids.js';
import { settle } from '../population/database.js';
import { makePopulation } from '../population/synthetic.js';
import { play } from './applications.js';
import { paperMaker } from './papers.js';
import { places, plans } from './plans.js';

const codesShown = 8;

/** Fills an empty demo installation with people and their applications. Does nothing elsewhere, nor the second time. */
export async function seed(app: App): Promise<void> {
  if (!app.config.demo) return;
  const people = makePopulation(villages);
  await settle(app.db, people);
  const something = await app.db.read.selectFrom('applications').select('id').limit(1).executeTakeFirst();
  if (something !== undefined) return;
  const adults = people.filter((person) => person.bornOn < '2000' && person.relation !== 'child');
  const newPaper = await paperMaker(app);
  for (const [turn, plan] of plans.entries()) {
    const villageCode = places[turn % places.length] ?? places[0];
    const neighbours = adults.filter((person) => person.villageCode === villageCode);
    const person = neighbours[turn % Math.max(1, neighbours.length)] ?? adults[turn % adults.length];
    if (person === undefined) return;
    const played = await play(app, plan, { person, villageCode, turn, newPaper });
    if (played !== undefined && turn < codesShown) await showCode(app, person.phone, plan.serviceId, played.trackingCode);
  }
  app.log.info({ applications: plans.length, people: people.length }, 'demo data made');
}

/** Leaves a few tracking codes in the demo inbox, so that there is something to follow at once. */
async function showCode(app: App, phone: string, serviceId: string, trackingCode: string): Promise<void> {
  const body = `E-Sewaka (contoh): kode pelacakan ${trackingCode} untuk ${serviceId}. Faktor kedua: nomor telepon ${phone}.`;
  await app.db.transaction((tx) =>
    tx.insertInto('demo_inbox').values({ id: newId('out'), channel: 'sms', recipient: phone, body, created_at: app.clock().toISOString() }).execute(),
  );
}
