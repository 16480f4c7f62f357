export { qr, qrPath } from './qr.js';
export { qrStyles } from './qr.styles.js';
