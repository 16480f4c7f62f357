import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { DocumentVerify } from './document-verify.js';

export { DocumentVerify } from './document-verify.js';

define('sewaka-document-verify', DocumentVerify);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-document-verify': DocumentVerify;
  }
}
