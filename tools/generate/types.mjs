import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { generatedLine } from './places.mjs';

/** The document's TypeScript types: `paths`, `operations`, `components`. */
export async function typesOf(document) {
  const nodes = await openapiTS(structuredClone(document), {
    alphabetize: true,
    defaultNonNullable: false,
    immutable: true,
    transform: (schema) => {
      if (schema.format === 'binary') return ts.factory.createTypeReferenceNode('Blob');
      if (schema['x-prefix']) return prefixed(schema['x-prefix']);
      return undefined;
    },
  });
  return generatedLine + astToString(nodes);
}

function prefixed(prefix) {
  const { factory, SyntaxKind } = ts;
  const tail = factory.createTemplateLiteralTypeSpan(
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createTemplateTail(''),
  );
  return factory.createTemplateLiteralType(factory.createTemplateHead(prefix), [tail]);
}
