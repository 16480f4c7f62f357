/** One thing wrong with a catalogue file, and where it stands. */
export interface CatalogProblem {
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  /** First column is 1. */
  readonly column: number;
  readonly reason: string;
}

/** Says every problem found in the catalogue files, one `file:line:column reason` a line. */
export class CatalogError extends Error {
  readonly problems: readonly CatalogProblem[];

  constructor(problems: readonly CatalogProblem[]) {
    super(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.reason}`).join('\n'));
    this.name = 'CatalogError';
    this.problems = problems;
  }
}
