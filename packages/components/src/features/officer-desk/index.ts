import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { OfficerDesk } from './officer-desk.js';

export { OfficerDesk } from './officer-desk.js';

define('sewaka-officer-desk', OfficerDesk);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-officer-desk': OfficerDesk;
  }
}
