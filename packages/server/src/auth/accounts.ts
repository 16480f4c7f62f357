import { regions, villages, type Village } from '@e-sewaka/catalog';
import type { OfficerPost } from '../principal.js';

/** A synthetic officer of the demo: one for each office and post. */
export interface Account {
  /** `<office>:<post>`. */
  readonly id: string;
  readonly name: string;
  /** What the officer is called, such as `Perbekel Dangin Puri Kangin`. */
  readonly title: string;
  readonly office: string;
  readonly post: OfficerPost;
}

/** Accounts that belong together on the choice page. */
export interface AccountGroup {
  readonly title: string;
  readonly accounts: readonly Account[];
}

const account = (office: string, post: OfficerPost, name: string, title: string): Account => ({
  id: `${office}:${post}`,
  office,
  post,
  name,
  title,
});

/** The village of the demo site: its officers stand first. */
const demoVillage = '51.71.04.2001';

const villageAccounts = (isWanted: (village: Village) => boolean): readonly Account[] =>
  villages
    .filter(isWanted)
    .flatMap((village) => village.officers.map(({ post, name, title }) => account(village.code, post, name, title)));

const demoGroup: AccountGroup = {
  title: 'Desa pada situs peragaan',
  accounts: villageAccounts(({ code }) => code === demoVillage),
};

const cityGroup: AccountGroup = {
  title: 'Kota Denpasar',
  accounts: [
    account('dukcapil', 'operator', 'Ni Luh Contoh Petugas', 'Petugas Dinas Kependudukan dan Pencatatan Sipil'),
    account('dukcapil', 'head', 'I Ketut Contoh Kepala Dinas', 'Kepala Dinas Kependudukan dan Pencatatan Sipil'),
    account('dpmptsp', 'operator', 'I Gede Contoh Petugas', 'Petugas DPMPTSP'),
    account('dpmptsp', 'head', 'Ni Wayan Contoh Kepala Dinas', 'Kepala DPMPTSP'),
    account('kota', 'admin', 'I Nyoman Contoh Admin', 'Admin Kota Denpasar'),
  ],
};

const districtGroups: readonly AccountGroup[] = regions
  .filter((region) => region.level === 'district')
  .map(({ code, name }) => ({
    title: `Kecamatan ${name}`,
    accounts: [
      ...villageAccounts((village) => village.districtCode === code && village.code !== demoVillage),
      account(code, 'operator', 'Ni Kadek Contoh Petugas', `Petugas Kecamatan ${name}`),
      account(code, 'head', 'I Made Contoh Camat', `Camat ${name}`),
    ],
  }));

/** Every synthetic account, grouped for the choice page. */
export const accountGroups: readonly AccountGroup[] = [demoGroup, ...districtGroups, cityGroup];

const byId = new Map(accountGroups.flatMap((group) => group.accounts).map((each) => [each.id, each]));

/** Finds a synthetic account. */
export const findAccount = (id: string): Account | undefined => byId.get(id);
