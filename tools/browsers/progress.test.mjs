import { expect, it } from 'vitest';
import { countByBrowser } from './progress.mjs';

const move = '\u001b[2K\u001b[1A\u001b[2K\u001b[G';

it('counts the last line of each browser, through cursor moves and colours', () => {
  const output = `
Chromium: |█▊    | 0/2 test files | 0 passed, 0 failed
WebKit:   |      | 0/2 test files | 0 passed, 0 failed
${move}Chromium: |██████| 2/2 test files | \u001b[32m13 passed\u001b[39m, 0 failed
WebKit:   |███   | 1/2 test files | 4 passed, 2 failed, 1 skipped
`;
  expect(Object.fromEntries(countByBrowser(output))).toEqual({ Chromium: { passed: 13, failed: 0 }, WebKit: { passed: 4, failed: 2 } });
});

it('knows nothing of a browser without a line', () => {
  expect(countByBrowser('Running tests...\n').size).toBe(0);
});
