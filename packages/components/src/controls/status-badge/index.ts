export { statusBadge } from './status-badge.js';
export { statusBadgeStyles } from './status-badge.styles.js';
