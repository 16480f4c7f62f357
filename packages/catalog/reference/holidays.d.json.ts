import type { DatedHoliday } from '../src/reference.js';

declare const rows: readonly DatedHoliday[];
export = rows;
