import { Provider } from '../../features/provider/provider.js';
import { define } from '../../internal/define.js';
import { defineProviderBy } from '../../internal/settings.js';

// For a widget's own script: a page with a single widget seldom has a provider, and defining one costs 18 KiB of memory.
defineProviderBy(() => define('sewaka-provider', Provider));

export {};
