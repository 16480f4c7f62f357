export { expiredUploads, newsWords, Uploads, uploadStyles } from '../../controls/upload/index.js';
export { filingWords } from '../../locales/filing/index.js';
export { correctionForm } from './correction-form.js';
export { loadCorrection, sendCorrection, wrong } from './correction.js';
