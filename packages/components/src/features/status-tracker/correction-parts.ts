export { correctionForm } from './correction-form.js';
export { loadCorrection, sendCorrection, wrong } from './correction.js';
