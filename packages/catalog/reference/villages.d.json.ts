import type { Village } from '../src/reference.js';

declare const rows: readonly Village[];
export = rows;
