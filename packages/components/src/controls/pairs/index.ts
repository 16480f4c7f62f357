export { pairsStyles } from './pairs.styles.js';
