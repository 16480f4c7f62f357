import type { CounterScope, Holiday, Option, Text } from '@e-sewaka/contract';
import holidayRows from '../reference/holidays.json' with { type: 'json' };
import lists from '../reference/lists.json' with { type: 'json' };
import regionRows from '../reference/regions.json' with { type: 'json' };
import villageRows from '../reference/villages.json' with { type: 'json' };

/** A place of the Kemendagri region code: the city, its districts (kecamatan) and villages. */
export interface Region {
  /** Dotted, such as `51.71.04.2001`; the code is the key, names repeat. */
  readonly code: string;
  readonly level: 'city' | 'district' | 'village';
  readonly kind?: 'desa' | 'kelurahan';
  readonly name: string;
  /** Null for the city. */
  readonly parentCode: string | null;
  /** Other spellings people type, such as Klod for Kelod. */
  readonly aliases: readonly string[];
}

/** An officer by post, as printed on letters. */
export interface VillageOfficer {
  readonly post: 'kadus' | 'operator' | 'secretary' | 'head' | 'admin';
  readonly title: string;
  readonly name: string;
  /** Of a kadus: the banjar he heads, as the village's list of banjars spells it. */
  readonly banjar?: string;
}

/** The office of a desa or kelurahan. The shipped values are samples that a village replaces. */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  readonly districtCode: string;
  readonly districtName: string;
  readonly address: string;
  readonly phone: string;
  readonly email?: string;
  readonly whatsapp?: string;
  readonly website?: string;
  /** Local times, WITA. */
  readonly hours: readonly { readonly days: readonly Weekday[]; readonly opens: string; readonly closes: string }[];
  readonly officers: readonly VillageOfficer[];
  readonly banjars: readonly { readonly name: string; readonly kind: 'dusun' | 'lingkungan' }[];
  /** How letters are numbered, for `formatLetterNumber` of the contract. */
  readonly letterNumberMask: string;
  /** What a counter of letter numbers runs for; default: the finest that the mask tells apart. */
  readonly letterCounter?: CounterScope;
  readonly notice?: Text;
  /** True while the values are made up for demonstration. */
  readonly sample: boolean;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** Denpasar: the city, 4 kecamatan, 43 desa and kelurahan. Codes and names: see `reference/README.md`. */
export const regions: readonly Region[] = regionRows;

/** A profile for each of the 43 village offices. */
export const villages: readonly Village[] = villageRows;

/** A holiday with how sure its date is. */
export interface DatedHoliday extends Holiday {
  /** Announced by decree, computed by a fixed rule, or an estimate that a decree may move. */
  readonly status: 'announced' | 'computed' | 'to_be_confirmed';
  readonly source: string;
}

/** Holidays of 2025 to 2027: national, joint leave and those of Bali; several may fall on one day. */
export const holidays: readonly DatedHoliday[] = holidayRows;

/** Lists of civil registration as options for fields, by name: religion, marital status, relation to the head of the family and so on. */
export const referenceLists: Readonly<Record<string, readonly Option[]>> = lists;
