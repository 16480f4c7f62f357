export { CatalogError, type CatalogProblem } from './catalog-error.js';
export { deriveAnswersSchema } from './derive/answers-schema.js';
export type { JsonSchema } from './format/common.js';
export { loadCatalog, type Catalog, type CatalogOptions } from './load.js';
export * from './reference.js';
export { loadVillages, type VillageProfiles } from './village-profiles.js';
