/** A resident as the population registry knows them. */
export interface Resident {
  readonly nik: string;
  readonly kk: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly bornIn: string;
  /** `YYYY-MM-DD`. */
  readonly bornOn: string;
  readonly religion: string;
  readonly occupation: string;
  readonly maritalStatus: 'single' | 'married' | 'widowed';
  readonly relation: 'head' | 'wife' | 'child';
  readonly street: string;
  readonly banjar: string;
  readonly villageCode: string;
  /** E.164. */
  readonly phone: string;
}

/** What a person claims about themselves; kept only as long as the comparison takes. */
export interface IdentityClaim {
  readonly nik: string;
  readonly kk?: string;
  readonly bornOn?: string;
}

/** How a claim compares with the registry. Only officers ever see it: it would tell strangers who exists. */
export type RegistryMatch = 'match' | 'mismatch' | 'not_found' | 'not_checked';

/** The population registry, as far as E-Sewaka may ask it: one person, by the NIK that person gave. */
export interface PopulationRegistry {
  /** Finds a resident by NIK. */
  find(nik: string): Promise<Resident | undefined>;
}

/** Compares a claim with the registry: every part that was claimed must be right. */
export async function compareClaim(registry: PopulationRegistry, claim: Partial<IdentityClaim>): Promise<RegistryMatch> {
  if (claim.nik === undefined) return 'not_checked';
  const resident = await registry.find(claim.nik);
  if (resident === undefined) return 'not_found';
  const sameFamily = claim.kk === undefined || claim.kk === resident.kk;
  const sameBirth = claim.bornOn === undefined || claim.bornOn === resident.bornOn;
  return sameFamily && sameBirth ? 'match' : 'mismatch';
}
