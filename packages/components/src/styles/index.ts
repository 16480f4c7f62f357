export { base } from './base.css.js';
export { blocks } from './blocks.css.js';
export { controls } from './controls.css.js';
export { fields } from './fields.css.js';
export { tokens } from './tokens.css.js';
