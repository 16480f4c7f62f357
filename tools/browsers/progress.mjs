const line = /^\s*(\S+):\s+\|.*\|\s+\d+\/\d+ test files \| (\d+) passed, (\d+) failed/gm;
// eslint-disable-next-line no-control-regex -- cursor moves and colours begin with one
const controls = /\u001b\[[\d;]*[A-Za-z]/g;

/**
 * What each browser has run, read from web-test-runner's last progress line of it: `Firefox: |███| 3/3 test files | 9 passed, 0 failed`.
 * @returns {Map<string, {passed: number, failed: number}>}
 */
export function countByBrowser(output) {
  const last = new Map();
  for (const [, browser, passed, failed] of output.replace(controls, '').matchAll(line)) {
    last.set(browser, { passed: Number(passed), failed: Number(failed) });
  }
  return last;
}
