import { SessionWarning, type WarningHost } from './session-warning.js';
import { WayBack, type WayBackHost } from './way-back.js';

export { forgetWork, keepWork, resumeWork, takeWork } from './kept-work.js';
export { livenessLine } from './liveness-line.js';
export { helpStyles, rememberShortcuts, shortcutHelp } from './shortcut-help.js';

/** Minds the browser's Back, the page's end and the session's. */
export function careFor(host: WarningHost & WayBackHost): SessionWarning {
  host.addController(new WayBack(host));
  return new SessionWarning(host);
}
