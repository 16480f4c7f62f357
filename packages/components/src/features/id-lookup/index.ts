import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { IdLookup } from './id-lookup.js';

export { IdLookup } from './id-lookup.js';

define('sewaka-id-lookup', IdLookup);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-id-lookup': IdLookup;
  }
}
