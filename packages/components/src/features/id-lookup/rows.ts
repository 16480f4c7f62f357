import { formatRegionCode, type BpjsParts, type KkParts, type NikParts, type NipParts, type NpwpParts } from '@e-sewaka/contract';
import type { LookupKey } from '../../locales/lookup/index.js';

/** One thing a number says: a name, and a value as it stands, as a word of ours, or as dates. */
export interface Row {
  readonly key: Extract<LookupKey, `row_${string}`>;
  readonly value?: string;
  readonly word?: LookupKey;
  readonly dates?: readonly string[];
}

/** Region, birth date, sex and serial; the century is not written, so both dates are said. */
export function nikRows(parts: NikParts): readonly Row[] {
  if (parts.kind === 'temporary') return temporary(parts);
  return [
    region(parts.districtCode),
    { key: 'row_born', dates: parts.birthDates },
    { key: 'row_sex', word: parts.sex },
    { key: 'row_serial', value: parts.serial },
  ];
}

export function kkRows(parts: KkParts): readonly Row[] {
  if (parts.kind === 'temporary') return temporary(parts);
  const issued: Row[] = parts.issueDates.length > 0 ? [{ key: 'row_issued', dates: parts.issueDates }] : [];
  return [region(parts.districtCode), ...issued, { key: 'row_serial', value: parts.serial }];
}

export function npwpRows(parts: NpwpParts): readonly Row[] {
  if (parts.kind === 'nik') return [{ key: 'row_number', word: 'as_nik' }];
  return [
    { key: 'row_tax_office', value: parts.taxOffice },
    { key: 'row_branch', value: parts.branch },
  ];
}

/** A business number says nothing but itself. */
export function nibRows(): readonly Row[] {
  return [];
}

export function nipRows(parts: NipParts): readonly Row[] {
  const born: Row[] = parts.bornOn === undefined ? [] : [{ key: 'row_born', dates: [parts.bornOn] }];
  return [
    ...born,
    { key: 'row_appointed', value: parts.appointed },
    { key: 'row_employment', word: parts.employment },
    { key: 'row_sex', word: parts.sex },
    { key: 'row_serial', value: parts.serial },
  ];
}

export function bpjsRows(parts: BpjsParts): readonly Row[] {
  return [{ key: 'row_programme', word: parts.kind === 'nik' ? 'as_nik' : parts.kind }];
}

const districts: Readonly<Record<string, LookupKey>> = {
  '51.71.01': 'district_01',
  '51.71.02': 'district_02',
  '51.71.03': 'district_03',
  '51.71.04': 'district_04',
};

function region(code: string): Row {
  const word = districts[code];
  return word ? { key: 'row_region', value: code, word } : { key: 'row_region', value: code };
}

function temporary(parts: { readonly villageCode: string; readonly serial: string }): readonly Row[] {
  return [
    { key: 'row_village', value: formatRegionCode(parts.villageCode) },
    { key: 'row_serial', value: parts.serial },
  ];
}
