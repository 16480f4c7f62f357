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
export type { DisplaySettings } from './features/display-settings/display-settings.js';
export type { DocumentVerify } from './features/document-verify/document-verify.js';
export type { IdLookup } from './features/id-lookup/id-lookup.js';
export type { LanguageSwitcher } from './features/language-switcher/language-switcher.js';
export type { OfficerDesk } from './features/officer-desk/officer-desk.js';
export type { Provider } from './features/provider/provider.js';
export type { ServiceCatalog } from './features/service-catalog/service-catalog.js';
export type { ServiceForm } from './features/service-form/service-form.js';
export type { StatusTracker } from './features/status-tracker/status-tracker.js';
