import { generatedLine, resolve } from './places.mjs';
import { readProblems } from './problems.mjs';

/** Problem codes with status and title, as a module. */
export function problemCodesModule(problems = readProblems()) {
  const rows = Object.entries(problems).map(
    ([code, { status, title }]) => `  ${code}: ${JSON.stringify({ status, title })},`,
  );
  return `${generatedLine}
/** Every problem code with its status and its title for developers. */
export const problemCodes = {
${rows.join('\n')}
} as const;
`;
}

/**
 * Names whose values are personal or secret. A secret's name that also stands for something harmless (\`code\`) is left
 * out: its parent carries the mark.
 */
export function piiNamesOf(document) {
  const personal = new Set();
  const secret = new Set();
  const harmless = new Set();
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, schema] of Object.entries(node.properties ?? {})) {
      const marks = { ...resolve(document, schema), ...schema };
      if (marks['x-pii'] === true) personal.add(name);
      else if (marks['x-secret'] === true) secret.add(name);
      else harmless.add(name);
    }
    Object.values(node).forEach(visit);
  };
  visit(document.components.schemas);
  return [...new Set([...personal, ...[...secret].filter((name) => !harmless.has(name))])].sort();
}

/** The names as a module. */
export function piiModule(document) {
  return `${generatedLine}
/** Names of properties whose values are personal or secret: never logged, masked at any depth. */
export const piiNames = ${JSON.stringify(piiNamesOf(document), null, 2).replaceAll('"', "'")} as const;
`;
}
