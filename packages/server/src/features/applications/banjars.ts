import { kadusStage } from '@e-sewaka/contract';
import type { App } from '../../context.js';
import { nested, statusOf } from './row.js';
import { postFor } from './stages.js';
import { banjarKeyOf } from './submit.js';

const atOnce = 200;

/**
 * Open applications from before a Kadus checked (or before their service said whose) name no banjar, and no Kadus sees
 * them: reads it from their answers. Those that name none stay with the office. Returns how many were found a Kadus.
 */
export async function nameBanjars(app: Pick<App, 'db' | 'catalog'>): Promise<number> {
  const checked = app.catalog.list().filter((service) => kadusStage(service) !== undefined).map(({ id }) => id);
  if (checked.length === 0) return 0;
  let named = 0;
  let after = '';
  for (;;) {
    const rows = await app.db.read
      .selectFrom('applications')
      .selectAll()
      .where('banjar_key', 'is', null)
      .where('ended_at', 'is', null)
      .where('service_id', 'in', checked)
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      after = row.id;
      const service = app.catalog.get(row.service_id);
      const key = service === undefined ? null : banjarKeyOf(service, nested.answers(row), row.village_code);
      if (service === undefined || key === null) continue;
      const stage = service.stages.find(({ id }) => id === row.stage_id);
      const change = { banjar_key: key, needs_post: postFor(service, { stage, status: statusOf(row) }, key) };
      // Whoever moves it meanwhile has the answers in hand: it is left to them, or to the next start.
      const done = await app.db.transaction((tx) =>
        tx.updateTable('applications').set(change).where('id', '=', row.id).where('revision', '=', row.revision).executeTakeFirst(),
      );
      named += Number(done.numUpdatedRows);
    }
    if (rows.length < atOnce) return named;
  }
}
