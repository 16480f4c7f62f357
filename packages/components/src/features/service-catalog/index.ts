import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { ServiceCatalog } from './service-catalog.js';

define('sewaka-service-catalog', ServiceCatalog);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-service-catalog': ServiceCatalog;
  }
}

export { ServiceCatalog };
