/** Ends processes together with what they have started, since browsers step out of their parent's group. */
import { readdirSync, readFileSync } from 'node:fs';

/** Ends a process and everything below it, at once. */
export function endTree(pid) {
  for (const each of [...below(pid), pid]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch {
      // already gone
    }
  }
}

/** All descendants, where the system tells (`/proc`); elsewhere none. */
function below(pid) {
  const children = new Map();
  for (const id of processes()) {
    const parent = parentOf(id);
    children.set(parent, [...(children.get(parent) ?? []), Number(id)]);
  }
  const found = [];
  for (const queue = [pid]; queue.length > 0; ) {
    const next = children.get(queue.shift()) ?? [];
    found.push(...next);
    queue.push(...next);
  }
  return found;
}

function processes() {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function parentOf(id) {
  try {
    // `1234 (a name) S 1200 …`: the name may hold anything, also brackets.
    return Number(readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}
