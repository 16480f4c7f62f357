export { errorSummary, jumpTo } from './error-summary.js';
export type { Mistake } from '../../internal/small-form.js';
