export { timeline, type TimelineItem, type TimelineState } from './timeline.js';
export { timelineStyles } from './timeline.styles.js';
