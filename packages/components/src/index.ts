/**
 * What pages and frameworks use beside the elements: events, settings, types. Each element is an entry of its own
 * (`@e-sewaka/components/service-form`), so that a page carries only what it shows.
 */
export {
  SewakaErrorEvent,
  SewakaSelectEvent,
  SewakaStatusChangeEvent,
  SewakaSubmitEvent,
  SewakaSubmittedEvent,
} from './internal/events.js';
export { pageSettings, type Preferences, type Settings, type SettingsStore } from './internal/settings.js';
export type { Client } from './internal/client.js';
export { version } from './internal/version.js';
