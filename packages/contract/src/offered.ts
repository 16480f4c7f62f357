import type { Audience, Service } from './service.js';

/** Whether a village offers a service. */
export function isOffered({ offered: { kinds, villages } }: Pick<Service, 'offered'>, village: { readonly code: string; readonly kind: 'desa' | 'kelurahan' }): boolean {
  return (kinds?.includes(village.kind) ?? true) && (villages?.includes(village.code) ?? true);
}

/** Whether a service is for these people; one that names nobody is for everybody. */
export function isFor({ audience = [] }: Pick<Service, 'audience'>, people: Audience): boolean {
  return audience.length === 0 || audience.includes(people);
}
