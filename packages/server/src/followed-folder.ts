import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const lookEvery = 1_000;

/** Names, sizes and times of a folder's YAML files: changes when a file does. */
function fingerprint(directory: string): string {
  try {
    return readdirSync(directory)
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => {
        const { size, mtimeMs } = statSync(join(directory, name));
        return `${name}:${size}:${mtimeMs}`;
      })
      .join('\n');
  } catch {
    return '';
  }
}

/**
 * What `load` makes of a folder of YAML files, loaded again when a file there has changed; looks at most once a second.
 * `load` is given what it made before, and must not throw.
 */
export function followFolder<T>(directory: string, load: (before?: T) => T): () => T {
  let seen = fingerprint(directory);
  let lookedAt = performance.now();
  let current = load();
  return () => {
    if (performance.now() - lookedAt < lookEvery) return current;
    lookedAt = performance.now();
    const now = fingerprint(directory);
    if (now === seen) return current;
    seen = now;
    current = load(current);
    return current;
  };
}
