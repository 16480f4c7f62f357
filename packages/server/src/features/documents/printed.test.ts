import { allFields, formatDate, isPersonal, isVisible, letterDate, templateNames, witaDate, type Answers, type Service } from '@e-sewaka/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectsOf, textOf } from '../../letters/testing.js';
import { engines } from '../../testing/engines.js';
import { approval, fileOne, home, openBench, step, submissionFor, type Bench } from '../testing.js';

const [sqlite] = engines;
if (sqlite === undefined) throw new Error('no engine');
/** Those that ask for no upload. */
const services = ['surat-keterangan-domisili', 'surat-pengantar-skck', 'surat-tanda-lapor-diri'];
/** Without blanks and line ends: a letter breaks lines where it likes. */
const tight = (text: string): string => text.replace(/\s/g, '');

/** Names of the answers that a letter prints when these were given. */
function printed({ letter }: Service, answers: Answers): Set<string> {
  const rows = (letter?.rows ?? []).filter((row) => isVisible(row, answers)).map(({ value }) => value);
  const texts = [...rows, letter?.opening ?? '', ...(letter?.body ?? []), letter?.closing ?? ''];
  return new Set(texts.flatMap(templateNames).map((name) => name.split('.', 1)[0] ?? ''));
}

describe('a printed letter', () => {
  let bench: Bench;
  beforeAll(async () => void (bench = await openBench(sqlite)));
  afterAll(() => bench.close());

  it.each(services)('of %s says who wrote it, what, and nothing of anybody that its template does not print', async (id) => {
    const service = bench.catalog.get(id) ?? expect.fail(id);
    const person = bench.people[services.indexOf(id) + 40] ?? expect.fail('nobody lives here');
    const filed = await fileOne(bench, person, id);
    await step(bench, await bench.officer(home, 'operator'), filed, 1, approval);
    const signed = await step(bench, await bench.officer(home, 'head'), filed, 2, { action: 'sign' });
    const { letter } = signed.json<{ application: { letter: { documentId: string; number: string; validUntil?: string } } }>().application;
    const answer = await bench.call('GET', `/v1/documents/${letter.documentId}/content`, { token: filed.accessToken });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    const pdf = answer.rawPayload;
    const text = tight(textOf(pdf));

    const village = (await bench.call('GET', `/v1/villages/${home}`)).json<{ name: string; districtName: string; address: string; phone: string }>();
    const lines = ['PEMERINTAH KOTA DENPASAR', `KECAMATAN ${village.districtName.toUpperCase()}`, `DESA ${village.name.toUpperCase()}`, village.address, (service.letter?.title ?? '').toUpperCase(), `Nomor: ${letter.number}`];
    const dates = [`Denpasar, ${letterDate(witaDate(bench.now))}`, ...(letter.validUntil === undefined ? [] : [`berlaku sampai dengan ${formatDate(letter.validUntil, 'id')}.`])];
    for (const line of [...lines, ...dates, `Perbekel ${village.name}`, 'Petugas head', 'Halaman 1 dari 1']) expect(text).toContain(tight(line));
    expect(text).toContain(service.delivery === 'pickup' ? 'tandatanganbasah' : 'terdaftar(tanpasertifikatelektronikpejabat)');
    expect(text).not.toContain('\ufffd');

    const { answers } = submissionFor(bench, person, id);
    const names = printed(service, answers);
    expect(text).toContain(tight(person.name.toUpperCase()));
    const hidden = allFields(service).flatMap((field) => {
      const answer = answers[field.name];
      return isPersonal(field) && !names.has(field.name) && typeof answer === 'string' ? [[field.name, answer] as const] : [];
    });
    expect(hidden.map(([name]) => name)).toContain('kk');
    for (const [name, answer] of hidden) expect([name, text.toUpperCase().includes(tight(answer).toUpperCase())]).toEqual([name, false]);
    expect([text.includes(person.phone), text.includes(person.phone.replace('+62', '0'))]).toEqual([false, false]);
    expect(text.split(person.nik).length - 1).toBe(names.has('nik') ? 1 : 0);

    // Beside what is drawn: document properties, links, alternative texts.
    const rest = [...objectsOf(pdf).values()].filter((object) => !/\bBT\b/.test(object)).join('\n');
    const utf16 = (mark: string): string => Buffer.from(mark, 'utf16le').swap16().toString('latin1');
    for (const mark of [person.nik, person.kk, person.phone, person.name]) expect([rest.includes(mark), rest.includes(utf16(mark))]).toEqual([false, false]);
    const [, link = ''] = /\/URI \((\S+?)\)/.exec(rest) ?? [];
    const [, claims = ''] = (link.split('#')[1] ?? '').split('.');
    const said = Buffer.from(claims, 'base64url').toString();
    expect(JSON.parse(said)).toMatchObject({ documentId: letter.documentId, number: letter.number, signatory: 'Petugas head' });
    for (const mark of [person.nik, person.kk, person.phone, person.name, person.bornOn]) expect(said).not.toContain(mark);
  });
});
