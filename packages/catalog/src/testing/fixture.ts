import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small service that uses most of the format. */
export const fixture = `id: surat-uji
version: 1
title: { id: Surat Uji, en: Test letter }
summary: { id: Surat untuk uji coba., en: A letter for tests. }
category: general
keywords: [uji, coba, surat]
channel: both
offered: { kinds: [desa], villages: ['51.71.04.2001'] }
fee: { amount: 0, currency: IDR }
applicant: { name: fullName, nik: nik, kk: kk, bornOn: bornOn }
delivery: pickup
steps:
  - use: pemohon
  - id: keperluan
    title: { id: Keperluan, en: Purpose }
    fields:
      - name: purpose
        type: radios
        label: { id: Untuk apa?, en: What for? }
        options:
          - { value: work, label: { id: Kerja, en: Work } }
          - { value: other, label: { id: Lain, en: Other } }
      - name: detail
        type: text
        label: { id: Sebutkan, en: Say what }
        when: { field: purpose, equals: other }
        minLength: 2
        maxLength: 20
      - name: count
        type: integer
        label: { id: Berapa?, en: How many? }
        min: 1
        max: 9
      - name: since
        type: date
        label: { id: Sejak, en: Since }
        min: '2000-01-01'
        max: 0
      - name: aid
        type: checkboxes
        label: { id: Bantuan, en: Aid }
        options:
          - { value: food, label: { id: Pangan, en: Food } }
          - { value: none, label: { id: Tidak ada, en: None }, exclusive: true }
      - name: address
        type: address
        label: { id: Alamat, en: Address }
requirements:
  - use: ktp-el
  - id: bukti
    label: { id: Bukti, en: Proof }
    when: { field: since, olderThanDays: 60 }
    whenText: { id: Bila sudah lama, en: If it is long ago }
    ways: [upload]
stages:
  - use: pemeriksaan-berkas
  - use: tanda-tangan
  - use: pengambilan
letter:
  title: Surat Uji
  classification: '470'
  abbreviation: SKU
  subject: Uji
  opening: 'Menerangkan bahwa:'
  rows:
    - { label: Nama, value: '{{fullName}}' }
    - { label: Rincian, value: '{{detail}}', when: { field: purpose, equals: other } }
  body: ['Sejak {{since}} di {{address.street}}.']
  closing: Demikian.
standard: { use: kantor-desa }
privacy:
  legalBasis: { id: Tugas publik., en: Public task. }
  purpose: { id: Uji., en: Testing. }
retention: { days: 30, basis: Uji. }
examples:
  valid:
    - name: Satu
      answers: &one
        fullName: Teladan
        nik: '5171041203909001'
        kk: '5171041506159001'
        birthPlace: Denpasar
        bornOn: '1990-03-12'
        sex: male
        occupation: Guru
        purpose: work
        count: 3
        since: '2020-01-01'
        aid: [food]
        address: { street: Jalan Uji 1, villageCode: '51.71.04.2001' }
  invalid:
    - name: Dua
      answers: { <<: *one, purpose: play }
      problems: [{ pointer: /purpose, code: not_an_option }]
`;

/** The fixture with one passage exchanged; a passage that is not there would test nothing. */
export function changed(from: string, to: string, text = fixture): string {
  if (!text.includes(from)) throw new Error(`the fixture has no "${from}"`);
  return text.replace(from, () => to);
}

/** Writes files below a new temporary folder and returns its path; gone after the test. */
export function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'sewaka-catalog-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'services'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
