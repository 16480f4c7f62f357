import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { StatusTracker } from './status-tracker.js';

export { StatusTracker } from './status-tracker.js';

define('sewaka-status-tracker', StatusTracker);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-status-tracker': StatusTracker;
  }
}
