export { notice, type NoticeKind, type NoticeOptions } from './notice.js';
export { troubleNotice, type TroubleOptions } from './trouble.js';
