export { CatalogError, type CatalogProblem } from './catalog-error.js';
export { loadCatalog, type Catalog, type CatalogOptions } from './load.js';
export * from './reference.js';
