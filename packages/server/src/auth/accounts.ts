import { regions, villages, type Village } from '@e-sewaka/catalog';
import { banjarKey } from '@e-sewaka/contract';
import type { Villages } from '../live-villages.js';
import type { OfficerPost } from '../principal.js';

/** A synthetic officer of the demo: one for each office and post, and a Kadus for each banjar. */
export interface Account {
  /** `<office>:<post>`, of a Kadus `<office>:kadus:<banjar>`. */
  readonly id: string;
  readonly name: string;
  /** What the officer is called, such as `Perbekel Dangin Puri Kangin`. */
  readonly title: string;
  readonly office: string;
  readonly post: OfficerPost;
  /** The banjar that a Kadus heads. */
  readonly banjar?: string;
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

/** The posts are those of the samples, so that every desk can be played; who holds them, a village's own profile says. */
const villageAccounts = (known: Villages, isWanted: (village: Village) => boolean): readonly Account[] =>
  villages.filter(isWanted).flatMap(({ code, officers }) =>
    [
      ...officers
        .filter(({ post }) => post !== 'kadus')
        .map((sample) => {
          const { post, name, title } = known.find(code)?.officers.find((own) => own.post === sample.post) ?? sample;
          return account(code, post, name, title);
        }),
      ...kadusAccounts(known, code, officers),
    ],
  );

/** The account of the Kadus of a banjar. */
export const kadusAccountId = (office: string, banjar: string): string => `${office}:kadus:${banjarKey(banjar).replaceAll(' ', '-')}`;

/** A village that names its own Kadus has those; otherwise the samples play. */
function kadusAccounts(known: Villages, code: string, samples: Village['officers']): readonly Account[] {
  const own = (known.find(code)?.officers ?? []).filter(({ post }) => post === 'kadus');
  return (own.length > 0 ? own : samples).flatMap(({ post, name, title, banjar }) =>
    post === 'kadus' && banjar !== undefined ? [{ ...account(code, post, name, title), id: kadusAccountId(code, banjar), banjar }] : [],
  );
}

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

/** Every synthetic account, grouped for the choice page. */
export function accountGroups(known: Villages): readonly AccountGroup[] {
  const demoGroup: AccountGroup = {
    title: 'Desa pada situs peragaan',
    accounts: villageAccounts(known, ({ code }) => code === demoVillage),
  };
  const districtGroups = regions
    .filter((region) => region.level === 'district')
    .map(({ code, name }) => ({
      title: `Kecamatan ${name}`,
      accounts: [
        ...villageAccounts(known, (village) => village.districtCode === code && village.code !== demoVillage),
        account(code, 'operator', 'Ni Kadek Contoh Petugas', `Petugas Kecamatan ${name}`),
        account(code, 'head', 'I Made Contoh Camat', `Camat ${name}`),
      ],
    }));
  return [demoGroup, ...districtGroups, cityGroup];
}

/** Finds a synthetic account. */
export const findAccount = (known: Villages, id: string): Account | undefined =>
  accountGroups(known)
    .flatMap((group) => group.accounts)
    .find((each) => each.id === id);
