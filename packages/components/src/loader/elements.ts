/** Every element of the library with the module that defines it; each becomes a chunk of its own. */
export const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'sewaka-display-settings': () => import('../features/display-settings/index.js'),
  'sewaka-document-verify': () => import('../features/document-verify/index.js'),
  'sewaka-id-lookup': () => import('../features/id-lookup/index.js'),
  'sewaka-language-switcher': () => import('../features/language-switcher/index.js'),
  'sewaka-officer-desk': () => import('../features/officer-desk/index.js'),
  'sewaka-provider': () => import('../features/provider/index.js'),
  'sewaka-service-catalog': () => import('../features/service-catalog/index.js'),
  'sewaka-service-form': () => import('../features/service-form/index.js'),
  'sewaka-status-tracker': () => import('../features/status-tracker/index.js'),
};
