/** Finds a Chromium for the tests, installing Debian's when nothing else is there; says what it does. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const usual = {
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .filter((name) => process.env[name])
    .map((name) => join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

/** Arguments that keep a test browser from calling home; without a sandbox only where there can be none. */
export const browserArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
];

/** Path of a working Chrome or Chromium; also left in `CHROME_PATH` for child processes. */
export function findBrowser() {
  const path = firstWorking([process.env.CHROME_PATH, ...(usual[process.platform] ?? [])]) ?? installDebians();
  if (!path) {
    throw new Error('No Chrome or Chromium found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test');
  }
  process.env.CHROME_PATH = path;
  return path;
}

function firstWorking(candidates) {
  return candidates.find((path) => path && existsSync(path) && answers(path));
}

function answers(path) {
  if (process.platform === 'win32') return true; // chrome.exe opens a window instead of answering
  return spawnSync(path, ['--version', '--no-sandbox'], { timeout: 20_000 }).status === 0;
}

function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No browser found: installing Debian’s chromium (this takes a minute) …');
  aptInstall('chromium', 'fonts-liberation');
  return firstWorking(usual.linux);
}

/** Installs Debian packages without questions; only for root. */
export function aptInstall(...packages) {
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
