import type { Region } from '../src/reference.js';

declare const rows: readonly Region[];
export = rows;
