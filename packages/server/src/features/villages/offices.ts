import type { Village } from '@e-sewaka/catalog';
import type { App } from '../../context.js';
import type { LetterOffice } from '../../letters/content.js';

/** An office that works on applications: as it is named, where it is, and who heads it. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email?: string;
  /** Lines above its name on a letterhead. */
  readonly above: readonly string[];
  readonly head: { readonly title: string; readonly name: string };
}

const city = 'Pemerintah Kota Denpasar';
const cityAddress = 'Jalan Majapahit No. 1, Denpasar';
const cityPhone = '+623610000100';

const cityOffices: Readonly<Record<string, Office>> = {
  dukcapil: cityOffice('dukcapil', 'Dinas Kependudukan dan Pencatatan Sipil', 'I Ketut Contoh Kepala Dinas'),
  dpmptsp: cityOffice('dpmptsp', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'Ni Wayan Contoh Kepala Dinas'),
  kota: cityOffice('kota', 'Kota Denpasar', 'I Nyoman Contoh Admin'),
};

/** Finds an office by its code: a village, a kecamatan, or one of the city's. */
export function findOffice(app: Pick<App, 'villages'>, code: string): Office | undefined {
  const village = app.villages.find(code);
  if (village !== undefined) return villageOffice(village);
  return cityOffices[code] ?? districtOffice(app, code);
}

/** The letterhead of an office. */
export function letterhead(office: Office): LetterOffice {
  const contact = [`Telepon ${office.phone}`, office.email === undefined ? '' : `Surel ${office.email}`].filter(Boolean);
  return { name: office.name, above: office.above, address: office.address, contact: contact.join(' · ') };
}

/** A village's name as people say it, with its kind. */
export const villageName = (village: Pick<Village, 'kind' | 'name'>): string =>
  `${village.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${village.name}`;

function villageOffice(village: Village): Office {
  const named = village.officers.find((officer) => officer.post === 'head');
  const title = `${village.kind === 'desa' ? 'Perbekel' : 'Lurah'} ${village.name}`;
  return {
    code: village.code,
    name: villageName(village),
    address: village.address,
    phone: village.phone,
    ...(village.email === undefined ? {} : { email: village.email }),
    above: [city, `Kecamatan ${village.districtName}`],
    head: { title: named?.title ?? title, name: named?.name ?? title },
  };
}

function districtOffice(app: Pick<App, 'villages'>, code: string): Office | undefined {
  const village = app.villages.list().find((each) => each.districtCode === code);
  if (village === undefined) return undefined;
  const name = `Kecamatan ${village.districtName}`;
  return { code, name, address: `Kantor Camat ${village.districtName}, Denpasar`, phone: cityPhone, above: [city], head: { title: `Camat ${village.districtName}`, name: 'I Made Contoh Camat' } };
}

function cityOffice(code: string, name: string, head: string): Office {
  return { code, name, address: cityAddress, phone: cityPhone, above: [city], head: { title: `Kepala ${name}`, name: head } };
}
