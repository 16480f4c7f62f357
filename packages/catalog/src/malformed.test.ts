import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CatalogError, loadCatalog } from './index.js';
import { changed, fixture, folder } from './testing/fixture.js';

/** What is put in the place of what, and the reason expected on the line where the change begins with `§`. */
const cases: readonly (readonly [from: string, to: string, reason: RegExp])[] = [
  // Format
  ['version: 1', '§version: 1.5', /must be of type integer/],
  ['category: general', '§categori: general', /"categori" is not a known key/],
  ['channel: both', '§channel: phone', /must be one of online, counter, both/],
  ['keywords: [uji, coba, surat]', '§keywords: [uji]', /must NOT have fewer than 3 items/],
  ['en: Test letter', '§', /"en" is missing/],
  ['summary: { id: Surat untuk uji coba.', "summary: { §id: ' '", /must match pattern/],
  ['currency: IDR', '§currency: USD', /must be IDR/],
  ['type: integer', '§type: number', /not a known field type/],
  ['        type: integer\n', '', /not a known field type|"type" is missing/],
  ['        max: 9', '        §maximum: 9', /"maximum" is not a known key/],
  ['name: count', '§name: Count', /must match pattern/],
  ['name: count', '§name: jumlah_orang', /must match pattern/],
  ["classification: '470'", '§classification: 470', /must be of type string/],
  ['  abbreviation: SKU\n', '', /"abbreviation" is missing/],
  ['abbreviation: SKU', '§abbreviation: sku', /must match pattern/],
  ['closing: Demikian.', 'closing: Demikian.\n  validity: { amount: 1, unit: month, §until: detail }', /"detail" is not a date field that is always answered/],
  ['        type: integer\n', '        type: integer\n        §differs: [nik]\n', /"differs" is not a known key/],
  ['        type: integer\n        label: { id: Berapa?, en: How many? }\n        min: 1\n        max: 9\n', '        type: nik\n        label: { id: NIK, en: NIK }\n        differs: [§nobody]\n', /no field is named "nobody"/],
  ['        type: integer\n        label: { id: Berapa?, en: How many? }\n        min: 1\n        max: 9\n', '        type: nik\n        label: { id: NIK, en: NIK }\n        differs: [§kk]\n', /"kk" is of type kk, not nik/],
  ['ways: [upload]', '§ways: [fax]', /must be one of upload, bring_original/],
  ['retention: { days: 30', 'retention: { §days: 0', /must be >= 1/],
  ['code: not_an_option', '§code: not_a_code', /must be one of required/],
  ['pointer: /purpose', '§pointer: purpose', /must match pattern/],
  // Names
  ['id: surat-uji', '§id: surat-lain', /differs from the name of the file/],
  ['id: surat-uji', '§id: Surat_Uji', /must match pattern/],
  ['name: count', '§name: constructor', /member of every object/],
  ['name: count', '§name: valueOf', /member of every object/],
  ['name: count', '§name: nik', /field name "nik" is given twice/],
  ['  - id: keperluan', '  - §id: pemohon', /step id "pemohon" is given twice/],
  ['  - id: bukti', '  - §id: ktp-el', /requirement id "ktp-el" is given twice/],
  ['value: other, label: { id: Lain', '§value: work, label: { id: Lain', /option "work" is given twice/],
  ['examples:\n', 'examples:\n  §writtenOn: "2025-02-30"\n', /not a date of the calendar/],
  ['name: Dua', 'name: Satu', /two examples are named "Satu"/],
  // Conditions
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { §field: reason, equals: other }\n        minLength',
    /no field is named "reason"/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { §field: count, equals: 1 }\n        minLength',
    /"count" is asked later/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { §field: detail, equals: x }\n        minLength',
    /"detail" is asked later/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { field: purpose, §equals: home }\n        minLength',
    /"home" is not an option/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { field: purpose, §in: [work, home] }\n        minLength',
    /"home" is not an option/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { field: purpose, §in: [] }\n        minLength',
    /at least one value/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    'when: { field: purpose, §in: [work, work] }\n        minLength',
    /names a value twice/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    '§when: { field: purpose }\n        minLength',
    /needs "field" and one of equals, in/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    '§when: { any: [{ field: purpose, equals: work }] }\n        minLength',
    /at least two tests/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    '§when: { field: nik, equals: x }\n        minLength',
    /type nik, which conditions cannot test/,
  ],
  [
    'when: { field: purpose, equals: other }\n        minLength',
    '§when: { field: bornOn, olderThanYears: 5 }\n        minLength',
    /needs "field" and one of equals, in/,
  ],
  ['olderThanDays: 60', '§olderThanDays: -1', /whole number above 0/],
  ['field: since, olderThanDays: 60', '§field: purpose, olderThanDays: 60', /not a date, so it has no age/],
  [
    'when: { field: purpose, equals: other } }\n  body',
    'when: { §field: purpos, equals: other } }\n  body',
    /no field is named "purpos"/,
  ],
  // Fields
  ['        minLength: 2', '        §minLength: 30', /minLength is above maxLength/],
  ['        min: 1', '        §min: 10', /min is above max/],
  ["min: '2000-01-01'", "§min: '2001-02-29'", /not a date of the calendar/],
  [
    "        min: '2000-01-01'\n        max: 0",
    "        §min: '2000-01-01'\n        max: '1999-01-01'",
    /min is above max/,
  ],
  [
    'value: other, label: { id: Lain, en: Other }',
    'value: other, label: { id: Lain, en: Other }, §exclusive: true',
    /only in checkboxes/,
  ],
  [
    '        options:\n          - { value: work, label: { id: Kerja, en: Work } }\n          - { value: other, label: { id: Lain, en: Other } }',
    '        §options: hobbies',
    /no reference list is named "hobbies"/,
  ],
  // What ties it together
  ['applicant: { name: fullName', 'applicant: { §name: fullNam', /no field is named "fullNam"/],
  ['applicant: { name: fullName, nik: nik', 'applicant: { name: fullName, §nik: kk', /"kk" is of type kk, not nik/],
  ['    whenText: { id: Bila sudah lama, en: If it is long ago }\n', '', /"whenText" must say in plain words/],
  ['    when: { field: since, olderThanDays: 60 }\n', '', /"whenText" stands without a "when"/],
  ['  - use: pengambilan\n', '', /delivery by pickup ends in a stage ready_for_pickup/],
  ['delivery: pickup', 'delivery: download', /delivery by download ends in a stage awaiting_signature/],
  ['  - use: pemeriksaan-berkas\n', '', /the first stage must be in_review/],
  [
    '  - use: pemeriksaan-berkas\n  - use: tanda-tangan',
    '  - use: tanda-tangan\n  - use: pemeriksaan-berkas',
    /in_review cannot follow awaiting_signature/,
  ],
  ['  - use: pemeriksaan-berkas\n', '  - use: pemeriksaan-kadus\n  - use: pemeriksaan-berkas\n', /"banjar" is missing: it says whose kadus checks/],
  ['  - use: pemeriksaan-berkas\n', '  - §use: pemeriksaan-berkas\n  - use: pemeriksaan-kadus\n', /followed by a review of the village office/],
  ['  - use: pemeriksaan-berkas\n', '  - use: pemeriksaan-kadus\n  - use: pemeriksaan-berkas\n  - use: pemeriksaan-kadus\n    id: lagi\n', /the kadus checks once/],
  ['bornOn: bornOn }', 'bornOn: bornOn, §banjar: fullName }', /"fullName" is of type name, not banjar or address/],
  ["body: ['Sejak {{since}}", "body: [§'Menurut Kepala Dusun, sejak {{since}}", /must not claim it/],
  ["villages: ['51.71.04.2001']", "§villages: ['51.71.04.2099']", /not the code of a village/],
  ['  - use: ktp-el', '  - §use: ktp-elektronik', /no part "ktp-elektronik" in requirements/],
  ['  - use: ktp-el', '  - §use: ../services/surat-uji', /no part/],
  // Letter
  ["'{{fullName}}'", "§'{{fullname}}'", /no field is named "fullname"/],
  ["'{{fullName}}'", '§Nama', /prints at least one answer/],
  ["'{{fullName}}'", "§'{{fullName}} {x}'", /braces must form a placeholder/],
  ['{{address.street}}', '{{address.road}}', /no field is named "address.road"/],
  ["body: ['Sejak {{since}}", "body: [§'Sejak {{detail}}", /"detail" may be unanswered/],
  // Examples
  ['        count: 3\n', '', /the form refuses this example: \/count required/],
  ['    - name: Satu', '    - name: Satu\n      §x: 1', /"x" is not a known key/],
  ['purpose: play }', 'purpose: other }', /the form does not find \/purpose not_an_option/],
  ['purpose: play }', 'purpose: play, count: 0 }', /the form also finds \/count too_small/],
  // YAML itself
  ['title: { id: Surat Uji, en: Test letter }', 'title: { id: Surat Uji, en: Test letter', /flow map/i],
  ['category: general', 'category: general\n§category: social', /Map keys must be unique/],
  ['channel: both', '§channel: *nowhere', /no anchor is named "nowhere"/],
];

/** The change without its mark, and the line on which the mark stood. */
function marked(from: string, to: string) {
  const text = changed(from, to);
  const at = text.indexOf('§');
  return { text: text.replace('§', ''), line: at < 0 ? undefined : text.slice(0, at).split('\n').length };
}

it.each(cases)('%s → %s', (from, to, reason) => {
  const { text, line } = marked(from, to);
  const root = folder({ 'services/surat-uji.yaml': text });
  let problems: CatalogError['problems'] = [];
  try {
    loadCatalog({ directory: join(root, 'services') });
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    problems = error.problems;
  }
  const hit = problems.find((problem) => reason.test(problem.reason));
  expect(hit, JSON.stringify(problems)).toBeDefined();
  if (line !== undefined) expect(hit?.line).toBe(line);
});

it('finds nothing wrong with the fixture itself', () => {
  const root = folder({ 'services/surat-uji.yaml': fixture });
  expect(loadCatalog({ directory: join(root, 'services') }).list()).toHaveLength(1);
});

it('points into the shared part when the mistake is there', () => {
  const step =
    'id: rusak\ntitle: { id: Rusak, en: Broken }\nfields:\n  - name: rusak\n    type: integer\n    label: { id: Rusak, en: Broken }\n    min: 3\n    max: 2\n';
  const root = folder({
    'services/surat-uji.yaml': changed('  - id: keperluan', '  - use: rusak\n  - id: keperluan'),
    'steps/rusak.yaml': step,
  });
  expect(() => loadCatalog({ directory: join(root, 'services') })).toThrow(/steps\/rusak\.yaml:7:10 min is above max$/);
});

it('points into the service when it replaces something of a part badly', () => {
  const root = folder({
    'services/surat-uji.yaml': changed('  - use: pemohon', '  - use: pemohon\n    title: { id: Tanpa Inggris }'),
  });
  expect(() => loadCatalog({ directory: join(root, 'services') })).toThrow(/surat-uji\.yaml:14:12 "en" is missing$/);
});
