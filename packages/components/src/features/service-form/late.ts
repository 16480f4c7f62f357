/** What is only needed after the first answer: loaded while a person reads and types. */
export { checkPage, firstUnfinished, nextPage, providedDocuments, retypeWords } from './advance.js';
export { confirmationPage, receiptText } from './confirmation-page.js';
export { contactPage, declarationPage, villagePage } from './contact-page.js';
export { documentsPage, wayOf } from './documents-page.js';
export { loadDraft, removeDraft, saveDraft } from './draft.js';
export { mistakesOf, sentenceOf } from './problem-words.js';
export { reviewPage } from './review-page.js';
export { askedDocuments, problemsOf, submissionOf, understand } from './rules.js';
export { Uploads } from './uploads.js';
export { errorSummary, jumpTo } from '../../controls/error-summary/index.js';
