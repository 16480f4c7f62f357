export { button, type ButtonLook, type ButtonOptions } from './button.js';
