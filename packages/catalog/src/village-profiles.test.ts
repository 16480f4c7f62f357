import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadVillages, villages } from './index.js';

const code = '51.71.04.2001';
const profile = `address: Jalan Contoh 12, Denpasar 80000
phone: "+62361000099"
whatsapp: "+6281200000099"
website: https://desa.contoh.example
hours:
  - days: [monday, tuesday]
    opens: "08:00"
    closes: "14:00"
officers:
  - { post: head, title: Perbekel Contoh, name: Ni Luh Uji }
banjars:
  - { name: Kaja, kind: dusun }
letterNumberMask: "[kode_surat]/[nomor_surat,4]/DPK/[tahun]"
`;

describe('loadVillages', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sewaka-villages-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const load = (text: string, name = `${code}.yaml`) => {
    writeFileSync(join(folder, name), text);
    const { villages: all, problems } = loadVillages(folder);
    return { village: all.find((each) => each.code === code), problems: problems.map(({ file, line, reason }) => `${basename(file)}:${line} ${reason}`) };
  };

  it('puts the profile over the sample, of which no person, number or notice stays', () => {
    const { village, problems } = load(profile);
    expect(problems).toEqual([]);
    expect(village).toMatchObject({ code, name: 'Dangin Puri Kangin', kind: 'desa', sample: false, phone: '+62361000099' });
    expect(village?.officers).toEqual([{ post: 'head', title: 'Perbekel Contoh', name: 'Ni Luh Uji' }]);
    expect(village?.banjars).toEqual([{ name: 'Kaja', kind: 'dusun' }]);
    expect(village).not.toHaveProperty('email');
    expect(village).not.toHaveProperty('notice');
  });

  it('takes a Kadus with the banjar he heads', () => {
    const { village, problems } = load(profile.replace('name: Ni Luh Uji }', 'name: Ni Luh Uji }\n  - { post: kadus, title: Kepala Dusun Kaja, name: I Made Uji, banjar: Banjar Kaja }'));
    expect(problems).toEqual([]);
    expect(village?.officers[1]).toEqual({ post: 'kadus', title: 'Kepala Dusun Kaja', name: 'I Made Uji', banjar: 'Banjar Kaja' });
  });

  it('leaves the other villages as they are, and needs no folder', () => {
    load(profile);
    expect(loadVillages(folder).villages.filter((each, at) => each !== villages[at])).toHaveLength(1);
    expect(loadVillages('/nowhere/at/all')).toEqual({ villages, problems: [] });
  });

  it.each([
    ['phone: "+62361000099"', 'phone: 36199', '2 must be of type string'],
    ['phone: "+62361000099"', 'phone: "0361 99"', '2 must match pattern'],
    ['website: https://', 'website: http://', '4 must match pattern'],
    ['closes: "14:00"', 'closes: "07:00"', '8 closes at 07:00, before it opens at 08:00'],
    ['days: [monday, tuesday]', 'days: [senin]', '6 must be one of monday'],
    ['post: head', 'post: operator', '10 must name one officer with the post "head", not 0'],
    ['name: Ni Luh Uji }', 'name: Ni Luh Uji }\n  - { post: kadus, title: Kadus, name: I Made Uji }', '11 "banjar" is missing: a kadus heads one'],
    ['name: Ni Luh Uji }', 'name: Ni Luh Uji }\n  - { post: kadus, title: Kadus, name: I Made Uji, banjar: Kelod }', '11 "Kelod" is not among the banjars'],
    ['name: Ni Luh Uji }', 'name: Ni Luh Uji }\n  - { post: kadus, title: A, name: B, banjar: Kaja }\n  - { post: kadus, title: C, name: D, banjar: Br. Kaja }', '12 "Br. Kaja" has another kadus already'],
    ['name: Ni Luh Uji }', 'name: Ni Luh Uji, banjar: Kaja }', '10 only a kadus heads a banjar'],
    ['kind: dusun', 'kind: desa', '12 must be one of dusun, lingkungan'],
    ['  - { name: Kaja, kind: dusun }', '  - { name: Kaja, kind: dusun }\n  - { name: KAJA, kind: dusun }', '13 is named twice'],
    ['[tahun]', '[tahn]', '13 lacks [tahun]'],
    ['[nomor_surat,4]', '[nomor]', '13 lacks [nomor_surat]'],
    ['DPK', '[desa]', '13 unknown placeholder [desa] in a letter number mask'],
    ['letterNumberMask', 'letterCounter: type\nletterNumberMask', '14 lacks [singkatan]: counted by type, two letters could bear the same number'],
    ['letterNumberMask', 'letterCounter: month\nletterNumberMask', '13 must be one of type, classification, office'],
    ['address:', 'adress:', '1 "adress" is not a known key here'],
    ['phone:', 'phone: [', 'Flow sequence'],
  ])('says where "%s" as "%s" is wrong, and changes nothing', (from, to, expected) => {
    const { village, problems } = load(profile.replace(from, to));
    expect(problems.join('\n')).toContain(expected);
    expect(problems[0]).toMatch(/^51\.71\.04\.2001\.yaml:\d+ /);
    expect(village).toBe(villages.find((each) => each.code === code));
  });

  it('refuses a file that is named after no village', () => {
    expect(load(profile, '51.71.04.9999.yaml').problems).toEqual(['51.71.04.9999.yaml:1 no village of Denpasar has the code "51.71.04.9999"']);
  });
});
