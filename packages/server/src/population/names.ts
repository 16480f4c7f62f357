import type { Dice } from './random.js';

type Sex = 'male' | 'female';

const birthOrder = [
  ['Wayan', 'Putu', 'Gede'],
  ['Made', 'Kadek', 'Nengah'],
  ['Nyoman', 'Komang', 'Nyoman'],
  ['Ketut', 'Ketut', 'Ketut'],
] as const;

const given: Readonly<Record<Sex, readonly [string, ...string[]]>> = {
  male: ['Suardana', 'Adnyana', 'Artawan', 'Budiarsa', 'Darmawan', 'Mahendra', 'Parwata', 'Sudiarta', 'Wirawan', 'Yasa', 'Arimbawa', 'Kertiyasa'],
  female: ['Suartini', 'Ariani', 'Astuti', 'Budiasih', 'Damayanti', 'Kusumawati', 'Lestari', 'Parwati', 'Sukerti', 'Widiani', 'Yuliani', 'Rasmini'],
};
const titled: Readonly<Record<Sex, readonly [string, ...string[]]>> = {
  male: ['I Gusti Ngurah Agung', 'Ida Bagus', 'I Dewa Gede', 'Anak Agung Ngurah', 'I Gusti Putu'],
  female: ['I Gusti Ayu Putu', 'Ida Ayu', 'Desak Made', 'Anak Agung Istri', 'Ni Gusti Ayu'],
};
const elsewhere: Readonly<Record<Sex, readonly [string, ...string[]]>> = {
  male: ['Sutrisno', 'Ahmad Fauzi Ramadhan', 'Yohanes Baptista Seran', 'Bambang Wijayanto', 'Lie Hendra Gunawan'],
  female: ['Sulastri', "Siti Nur'aini", 'Maria Goreti Bria', 'Endang Purwaningsih', 'Tan Mei Lan'],
};

/** Where a family's name comes from; children follow their father. */
export type Lineage = 'common' | 'titled' | 'elsewhere';

/** Makes a synthetic name: most are Balinese by birth order, some carry titles, some come from other islands. */
export function makeName(dice: Dice, sex: Sex, lineage: Lineage, order: number): string {
  if (lineage === 'elsewhere') return dice.pick(elsewhere[sex]);
  if (lineage === 'titled') return `${dice.pick(titled[sex])} ${dice.pick(given[sex])}`;
  const first = dice.pick(birthOrder[order % birthOrder.length] ?? birthOrder[0]);
  return `${sex === 'male' ? 'I' : 'Ni'} ${first} ${dice.pick(given[sex])}`;
}
