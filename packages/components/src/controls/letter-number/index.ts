export { letterNumber } from './letter-number.js';
