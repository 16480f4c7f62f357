import { define } from '../../internal/define.js';
import '../../internal/public-client.js';
import { ServiceForm } from './service-form.js';

define('sewaka-service-form', ServiceForm);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-service-form': ServiceForm;
  }
}

export { ServiceForm };
