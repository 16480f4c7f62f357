import { makeName, type Lineage } from './names.js';
import { makeDice, type Dice } from './random.js';
import type { PopulationRegistry, Resident } from './registry.js';

/** A village that residents may live in. */
export interface Home {
  readonly code: string;
  readonly banjars?: readonly { readonly name: string }[];
}

const streets = ['Jalan Kemuning', 'Jalan Cempaka', 'Gang Sandat', 'Jalan Jepun', 'Gang Teratai', 'Jalan Kenanga'] as const;
const jobs = ['Karyawan swasta', 'Pedagang', 'Wiraswasta', 'Guru', 'Buruh harian lepas', 'Sopir', 'Perawat', 'Seniman'] as const;
const towns = ['Denpasar', 'Denpasar', 'Denpasar', 'Gianyar', 'Tabanan', 'Singaraja', 'Negara', 'Banyuwangi'] as const;
const plainBanjars = ['Kaja', 'Kelod', 'Kangin', 'Kauh', 'Tengah'] as const;

/** Makes the synthetic people of Denpasar: about `families` families over the given villages, the same for the same seed. */
export function makePopulation(homes: readonly Home[], options: { families?: number; seed?: number } = {}): Resident[] {
  const dice = makeDice(options.seed ?? 5171);
  const serials = new Map<string, number>();
  const residents: Resident[] = [];
  for (let at = 0; at < (options.families ?? 100); at++) {
    const home = homes[at % homes.length];
    if (home !== undefined) residents.push(...makeFamily(dice, home, serials, residents.length));
  }
  return residents;
}

/** Serves a list of residents as a registry. */
export function registryOf(residents: readonly Resident[]): PopulationRegistry & { readonly residents: readonly Resident[] } {
  const byNik = new Map(residents.map((resident) => [resident.nik, resident]));
  return { residents, find: async (nik) => byNik.get(nik) };
}

function makeFamily(dice: Dice, home: Home, serials: Map<string, number>, before: number): Resident[] {
  const lineage: Lineage = dice.chance(70) ? 'common' : dice.chance(50) ? 'titled' : 'elsewhere';
  const district = home.code.split('.').slice(0, 3).join('');
  const banjars = home.banjars?.map((banjar) => banjar.name) ?? [];
  const shared = {
    kk: withSerial(serials, `${district}${shortDate(makeDate(dice, 2005, 18), 'male')}`),
    religion: lineage === 'elsewhere' ? dice.pick(['islam', 'kristen', 'katolik', 'buddha']) : 'hindu',
    street: `${dice.pick(streets)} No. ${1 + dice.below(120)}`,
    banjar: banjars[dice.below(banjars.length)] ?? `Banjar ${dice.pick(plainBanjars)}`,
    villageCode: home.code,
  };
  const headYear = 1950 + dice.below(45);
  const person = (relation: Resident['relation'], sex: Resident['sex'], year: number, order: number, at: number): Resident => {
    const bornOn = makeDate(dice, year, 1);
    return {
      ...shared,
      nik: withSerial(serials, `${district}${shortDate(bornOn, sex)}`),
      name: makeName(dice, sex, lineage, order),
      sex,
      bornIn: dice.pick(towns),
      bornOn,
      occupation: year > 2003 ? 'Pelajar/Mahasiswa' : dice.pick(jobs),
      maritalStatus: relation === 'child' ? 'single' : 'married',
      relation,
      phone: `+628${12 + ((before + at) % 7)}0000${String(1000 + before + at)}`,
    };
  };
  const family = [person('head', 'male', headYear, dice.below(4), 0)];
  if (dice.chance(85)) family.push(person('wife', 'female', headYear + dice.below(6), dice.below(4), 1));
  const children = dice.below(4);
  for (let child = 0; child < children; child++) {
    const year = Math.min(headYear + 24 + child * 3, 2024);
    family.push(person('child', dice.chance(50) ? 'male' : 'female', year, child, family.length));
  }
  return family;
}

function makeDate(dice: Dice, firstYear: number, years: number): string {
  const day = new Date(Date.UTC(firstYear + dice.below(years), dice.below(12), 1 + dice.below(28)));
  return day.toISOString().slice(0, 10);
}

/** `DDMMYY` as a NIK spells it: women's days are raised by forty (PP 37/2007 art. 37). */
function shortDate(date: string, sex: Resident['sex']): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${String(Number(day) + (sex === 'female' ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}`;
}

/** Serials of synthetic people start at 9001, far from those of the living. */
function withSerial(serials: Map<string, number>, prefix: string): string {
  const serial = (serials.get(prefix) ?? 9000) + 1;
  serials.set(prefix, serial);
  return `${prefix}${serial}`;
}
