/** How one demo application goes: where, for what, how long ago, and what happened on which working step. */
export interface Plan {
  readonly serviceId: string;
  readonly daysAgo: number;
  readonly steps: readonly ('vouch' | 'withhold' | 'correction' | 'corrected' | 'approve' | 'sign' | 'hand_over' | 'reject' | 'withdraw')[];
}

const services = [
  'surat-keterangan-domisili',
  'surat-keterangan-usaha',
  'surat-tanda-lapor-diri',
  'surat-keterangan-tidak-mampu',
  'surat-pengantar-skck',
  'akta-kelahiran',
] as const;

const fates: readonly Omit<Plan, 'serviceId'>[] = [
  { daysAgo: 0, steps: [] },
  { daysAgo: 9, steps: [] },
  { daysAgo: 3, steps: ['vouch', 'approve'] },
  { daysAgo: 12, steps: ['vouch', 'approve', 'sign'] },
  { daysAgo: 5, steps: ['correction'] },
  { daysAgo: 1, steps: ['vouch'] },
  { daysAgo: 21, steps: ['vouch', 'approve', 'sign', 'hand_over'] },
  { daysAgo: 4, steps: ['withhold'] },
  { daysAgo: 8, steps: ['correction', 'corrected'] },
  { daysAgo: 15, steps: ['withhold', 'reject'] },
  { daysAgo: 6, steps: ['approve'] },
  { daysAgo: 2, steps: ['withdraw'] },
  { daysAgo: 2, steps: [] },
];

/** The demo's applications: each fate meets each service in turn. */
export const plans: readonly Plan[] = Array.from({ length: 40 }, (_, at) => ({
  serviceId: services[at % services.length] ?? services[0],
  ...(fates[at % fates.length] ?? { daysAgo: 0, steps: [] }),
}));

/** Where the demo's applications are filed: more than half in one village, so that one desk looks like a desk. */
export const places = ['51.71.04.2001', '51.71.04.2001', '51.71.01.1006', '51.71.04.2001', '51.71.02.2004', '51.71.04.2001', '51.71.03.2011'] as const;
