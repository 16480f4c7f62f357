import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBench, home, type Bench } from '../features/testing.js';
import { engines } from '../testing/engines.js';

describe.each(engines)('the demo data on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine, { SEWAKA_DEMO: 'on' })));
  afterAll(() => bench.close());

  it('fills the desk of a village with every urgency and most statuses', async () => {
    const summary = await bench.call('GET', '/v1/desk/summary', { cookie: await bench.officer('kota', 'admin') });
    const { byStatus, byDue } = summary.json<{ byStatus: Record<string, number>; byDue: Record<string, number> }>();
    expect(Object.values(byStatus).reduce((sum, count) => sum + count, 0)).toBe(40);
    for (const status of ['incomplete', 'in_review', 'awaiting_signature', 'ready_for_pickup', 'picked_up', 'completed', 'rejected', 'cancelled']) {
      expect(byStatus[status], status).toBeGreaterThan(0);
    }
    expect(byDue['overdue']).toBeGreaterThan(0);
    expect(byDue['later']).toBeGreaterThan(0);
    const inbox = await bench.call('GET', '/v1/desk/applications', { cookie: await bench.officer(home, 'operator') });
    expect(inbox.json<{ data: unknown[] }>().data.length).toBeGreaterThan(10);
  });

  it('numbers its letters without gaps', async () => {
    const rows = await bench.test.db.read.selectFrom('applications').select(['village_code', 'letter_number', 'letter_sequence']).where('letter_number', 'is not', null).execute();
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map((row) => `${row.village_code} ${row.letter_number}`)).size).toBe(rows.length);
  });
});
