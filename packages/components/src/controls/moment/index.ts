export { day, instant } from './moment.js';
