import { define } from '../../internal/define.js';
import { DisplaySettings } from './display-settings.js';

define('sewaka-display-settings', DisplaySettings);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-display-settings': DisplaySettings;
  }
}

export { DisplaySettings };
