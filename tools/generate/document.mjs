import { generatedLine } from './places.mjs';

/** Sorts what has no order of its own, so that the same sources always give the same bytes. */
export function inOrder(document) {
  for (const [kind, members] of Object.entries(document.components)) document.components[kind] = sorted(members);
  document.components = sorted(document.components);
  return document;
}

function sorted(members) {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The document as a module. It is one string, so that no compiler has to type it and engines parse it fast. */
export function documentModule(document) {
  return `${generatedLine}
/** A JSON Schema of the document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The parts of the published document that code reads. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly responses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly examples: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
  };
}

const text = ${JSON.stringify(JSON.stringify(document))};

/** The contract, as served at \`/v1/openapi.json\`. */
export const document: OpenApiDocument = JSON.parse(text);
`;
}
