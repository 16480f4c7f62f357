import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { endTree } from './process-tree.mjs';

const parent = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

it.skipIf(!existsSync('/proc'))('ends also what has left the group', async () => {
  const started = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(started.stdout, 'data');
  const grandchild = Number(line);
  const gone = once(started, 'exit');
  endTree(started.pid);
  await gone;
  // A process that has ended but was not yet waited for keeps its folder, not its root.
  await expect.poll(() => existsSync(`/proc/${grandchild}/root`)).toBe(false);
});
