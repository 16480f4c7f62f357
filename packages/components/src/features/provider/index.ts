import { define } from '../../internal/define.js';
import { Provider } from './provider.js';

define('sewaka-provider', Provider);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-provider': Provider;
  }
}

export { Provider };
