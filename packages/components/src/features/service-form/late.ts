/** What is only needed after the first answer: loaded while a person reads and types. */
export { uploadStyles } from '../../controls/upload/index.js';
export { errorSummary, jumpTo } from '../../controls/error-summary/index.js';
export { filingWords } from '../../locales/filing/index.js';
export { problemWords } from '../../locales/problems/index.js';
export { act, take } from './actions.js';
export { Clerk } from './clerk.js';
export { confirmationPage } from './confirmation-page.js';
export { contactPage, declarationPage, villagePage } from './contact-page.js';
export { documentsPage } from './documents-page.js';
export { deviceNotice, draftNotice, keeping, offlineNotice, resumedNotice } from './draft-notice.js';
export { keepReceipt, receiptOf } from './keep-receipt.js';
export { lateStyles } from './late.styles.js';
export { hearChange, hearInput } from './live-inputs.js';
export { mistakesOf, sentenceOf } from './problem-words.js';
export { reviewPage } from './review-page.js';
