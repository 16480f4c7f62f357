import type { Db, ResidentsTable } from '../db/index.js';
import type { PopulationRegistry, Resident } from './registry.js';

const batch = 50;

/** Serves the registry that this installation's database holds. */
export function databaseRegistry(db: Db): PopulationRegistry {
  return {
    async find(nik) {
      const row = await db.read
        .selectFrom('residents')
        .innerJoin('families', 'families.kk', 'residents.kk')
        .selectAll('residents')
        .select('families.banjar')
        .where('nik', '=', nik)
        .executeTakeFirst();
      return row === undefined ? undefined : toResident(row);
    },
  };
}

/** Puts people into an empty registry; does nothing when somebody lives there already. */
export async function settle(db: Db, people: readonly Resident[]): Promise<void> {
  await db.transaction(async (tx) => {
    const somebody = await tx.selectFrom('residents').select('nik').limit(1).executeTakeFirst();
    if (somebody !== undefined) return;
    const heads = people.filter((person) => person.relation === 'head');
    for (let at = 0; at < heads.length; at += batch) {
      const rows = heads.slice(at, at + batch).map((head) => ({
        kk: head.kk,
        head_nik: head.nik,
        village_code: head.villageCode,
        banjar: head.banjar,
        address: head.street,
        postal_code: null,
      }));
      await tx.insertInto('families').values(rows).execute();
    }
    for (let at = 0; at < people.length; at += batch) {
      await tx.insertInto('residents').values(people.slice(at, at + batch).map(toRow)).execute();
    }
  });
}

function toRow(person: Resident): ResidentsTable {
  return {
    nik: person.nik,
    kk: person.kk,
    name: person.name,
    gender: person.sex,
    born_on: person.bornOn,
    born_in: person.bornIn,
    religion: person.religion,
    marital_status: person.maritalStatus,
    occupation: person.occupation,
    nationality: 'WNI',
    family_role: person.relation,
    village_code: person.villageCode,
    address: person.street,
    phone: person.phone,
  };
}

function toResident(row: ResidentsTable & { banjar: string | null }): Resident {
  return {
    nik: row.nik,
    kk: row.kk,
    name: row.name,
    sex: row.gender,
    bornIn: row.born_in,
    bornOn: row.born_on,
    religion: row.religion ?? '',
    occupation: row.occupation ?? '',
    maritalStatus: oneOf(row.marital_status, ['single', 'married', 'widowed'], 'single'),
    relation: oneOf(row.family_role, ['head', 'wife', 'child'], 'head'),
    street: row.address,
    banjar: row.banjar ?? '',
    villageCode: row.village_code,
    phone: row.phone ?? '',
  };
}

function oneOf<T extends string>(value: string | null, known: readonly T[], fallback: T): T {
  return known.find((each) => each === value) ?? fallback;
}
