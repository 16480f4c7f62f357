import { define } from '../../internal/define.js';
import { LanguageSwitcher } from './language-switcher.js';

define('sewaka-language-switcher', LanguageSwitcher);

declare global {
  interface HTMLElementTagNameMap {
    'sewaka-language-switcher': LanguageSwitcher;
  }
}

export { LanguageSwitcher };
