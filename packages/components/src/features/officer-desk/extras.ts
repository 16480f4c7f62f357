export { forgetWork, keepWork, resumeWork, takeWork } from './kept-work.js';
export { livenessLine } from './liveness-line.js';
export { SessionWarning } from './session-warning.js';
export { helpStyles, rememberShortcuts, shortcutHelp } from './shortcut-help.js';
