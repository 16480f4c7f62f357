import type { StatusKey } from './id.js';

export const words: Readonly<Partial<Record<StatusKey, string>>> = {
  status_incomplete: 'Durung jangkep',
  status_ready_for_pickup: 'Sampun dados kaambil',
  status_picked_up: 'Sampun kaambil',
  status_cancelled: 'Kawangdéang',
  status_completed: 'Sampun puput',
};
