import type { Path } from './yaml-file.js';

/** Something wrong at a place inside a service. */
export interface Finding {
  readonly path: Path;
  readonly reason: string;
  /** Point at the key rather than at its value. */
  readonly atKey?: boolean;
}

/** One field as far as it can be read. */
export interface FieldOutline {
  readonly path: Path;
  /** Index of its step. */
  readonly step: number;
  readonly name: string;
  readonly type: string;
  /** Certain to be answered: required, and neither it nor its step is conditional. */
  readonly always: boolean;
  readonly options: readonly string[];
  readonly source: Readonly<Record<string, unknown>>;
}

/** What the cross-checks need of a service; lenient, so that they also run on a file that breaks the format elsewhere. */
export interface ServiceOutline {
  readonly source: Readonly<Record<string, unknown>>;
  readonly steps: readonly { readonly path: Path; readonly source: Readonly<Record<string, unknown>> }[];
  readonly fields: readonly FieldOutline[];
}

/** The value as an object, or an empty one. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The value as a list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a string, or an empty one. */
export function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whatever was found, quoted for a message; never fails, whatever it is. */
export function quoted(value: unknown): string {
  return `"${typeof value === 'string' ? value : (JSON.stringify(value)?.slice(0, 80) ?? 'nothing')}"`;
}

/** Reads the outline of a service out of whatever its file held. */
export function outline(value: unknown): ServiceOutline {
  const source = record(value);
  const steps = list(source['steps']).map((step, index) => ({ path: ['steps', index], source: record(step) }));
  const fields = steps.flatMap((step, index) =>
    list(step.source['fields']).map((entry, position): FieldOutline => {
      const field = record(entry);
      return {
        path: [...step.path, 'fields', position],
        step: index,
        name: word(field['name']),
        type: word(field['type']),
        always: field['required'] !== false && field['when'] === undefined && step.source['when'] === undefined,
        options: list(field['options']).map((option) => word(record(option)['value'])),
        source: field,
      };
    }),
  );
  return { source, steps, fields };
}
