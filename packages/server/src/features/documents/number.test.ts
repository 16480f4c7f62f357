import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalog } from '@e-sewaka/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../testing/engines.js';
import { approval, elsewhere, fileOne, home, openBench, step, type Bench } from '../testing.js';

const third = '51.71.02.2004';
const shipped = fileURLToPath(new URL('../../../../catalog/services/surat-keterangan-domisili.yaml', import.meta.url));
const profile = (numbering: string): string => `address: Jalan Contoh 1, Denpasar
phone: "+62361000088"
hours: [{ days: [monday], opens: "09:00", closes: "12:00" }]
officers: [{ post: head, title: Kepala Uji Coba, name: Ni Luh Uji }]
${numbering}
`;

/** `home` counts as usual, `elsewhere` by classification, the third village all its letters together. */
function furnish(directory: string) {
  mkdirSync(join(directory, 'villages'));
  mkdirSync(join(directory, 'services'));
  writeFileSync(join(directory, 'villages', `${elsewhere}.yaml`), profile('letterNumberMask: "[kode_surat]/[nomor_surat,4]/KEL/[tahun]"'));
  writeFileSync(join(directory, 'villages', `${third}.yaml`), profile('letterNumberMask: "[nomor_surat]/[kode_surat]/[singkatan]/[tahun]"\nletterCounter: office'));
  const own = readFileSync(shipped, 'utf8').replace('id: surat-keterangan-domisili', 'id: lokal-domisili-usaha').replace('abbreviation: SKD', 'abbreviation: SKDU');
  writeFileSync(join(directory, 'services', 'lokal-domisili-usaha.yaml'), own);
  return loadCatalog({ extra: join(directory, 'services') });
}

describe.each(engines)('letter numbers on $name', (engine) => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(engine, {}, furnish)));
  afterAll(() => bench.close());

  it('have no gap and no double when many letters of every type are approved at once', async () => {
    const services = ['surat-keterangan-domisili', 'lokal-domisili-usaha', 'surat-pengantar-skck', 'surat-tanda-lapor-diri'];
    const filed = [];
    for (let at = 0; at < 72; at += 1) {
      const office = [home, elsewhere, third][at % 3] ?? home;
      const serviceId = services[Math.floor(at / 3) % services.length] ?? '';
      filed.push({ office, serviceId, ...(await fileOne(bench, bench.people[at] ?? expect.fail('nobody'), serviceId, office)) });
    }
    const desks = new Map(await Promise.all([home, elsewhere, third].map(async (office) => [office, await bench.officer(office, 'operator')] as const)));
    // Wave by wave: PostgreSQL's ten connections are asked for at most five seconds, however busy the machine is.
    for (let from = 0; from < filed.length; from += 24) {
      const wave = filed.slice(from, from + 24);
      const answers = await Promise.all(wave.map((each) => step(bench, desks.get(each.office) ?? '', each, 1, approval)));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(wave.map(() => 200));
    }
    const rows = await bench.test.db.read.selectFrom('applications').select(['letter_office', 'letter_number', 'letter_sequence', 'service_id']).execute();
    const numbers = rows.map(({ letter_office: office, letter_number: number }) => `${office} ${number}`);
    expect(new Set(numbers).size).toBe(72);
    const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);
    const runs: Record<string, number[]> = {};
    for (const { letter_office: office, letter_sequence: sequence, service_id: service } of rows) {
      const domicile = office === elsewhere && service.includes('domisili');
      const run = office === third ? 'third' : `${office} ${domicile ? '470' : service}`;
      runs[run] = [...(runs[run] ?? []), sequence ?? 0].sort((a, b) => a - b);
    }
    expect(runs).toEqual({
      third: upTo(24),
      [`${elsewhere} 470`]: upTo(12),
      ...Object.fromEntries(services.slice(2).map((id) => [`${elsewhere} ${id}`, upTo(6)])),
      ...Object.fromEntries(services.map((id) => [`${home} ${id}`, upTo(6)])),
    });
    expect(numbers).toEqual(expect.arrayContaining([`${home} 470/006/SKD/5171042001/XI/2026`, `${home} 470/006/SKDU/5171042001/XI/2026`, `${elsewhere} 470/0012/KEL/2026`]));
    expect(numbers.filter((number) => number.startsWith(`${third} 24/`))).toHaveLength(1);
  }, 60_000);

  it('are refused twice to one office by the database itself', async () => {
    const { db } = bench.test;
    const again = db.transaction((tx) =>
      tx.updateTable('applications').set({ letter_number: '470/001/SKD/5171042001/XI/2026' }).where('letter_number', '=', '470/002/SKD/5171042001/XI/2026').execute(),
    );
    await expect(again).rejects.toThrow(/unique/i);
  });
});
