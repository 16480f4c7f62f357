import { pageSettings } from '../internal/settings.js';
import { watch } from './watch.js';

const settings = pageSettings();

// A page without a provider works from the script tag's own origin.
if (settings.current.baseUrl === undefined) settings.update({ baseUrl: new URL(import.meta.url).origin });

watch(document);
