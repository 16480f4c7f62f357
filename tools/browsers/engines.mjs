/** Decides which browser engines the elements run in; finds them, or installs Debian's; says what it does. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall, findBrowser } from '../browser.mjs';

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** What an engine needs, by name; `find` returns its paths, or undefined when one is missing. */
const engines = {
  Chromium: { find: findBrowser, packages: [] },
  Firefox: { find: findFirefox, packages: ['firefox-esr'] },
  WebKit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
};

/**
 * The engines to run, each `{name, found}`. `SEWAKA_BROWSERS` names them (`all`, or a list such as `chromium,webkit`)
 * and thereby makes them mandatory, as `CI` does for all; otherwise those that are there run.
 */
export function chooseEngines() {
  const asked = (process.env.SEWAKA_BROWSERS ?? '').toLowerCase().split(',').filter(Boolean);
  const unknown = asked.filter((name) => name !== 'all' && !Object.keys(engines).some((known) => known.toLowerCase() === name));
  if (unknown.length > 0) throw new Error(`SEWAKA_BROWSERS knows chromium, firefox, webkit and all; not ${unknown.join(', ')}`);
  const mandatory = asked.length > 0 || Boolean(process.env.CI);
  const names = Object.keys(engines).filter((name) => asked.length === 0 || asked.includes('all') || asked.includes(name.toLowerCase()));
  installMissing(names);
  const chosen = [];
  for (const name of names) {
    const found = engines[name].find();
    if (found) chosen.push({ name, found });
    else if (mandatory) throw new Error(`${name} is not installed. On Debian: apt-get install ${engines[name].packages.join(' ')}`);
    else console.log(`${name} skipped: not installed`);
  }
  return chosen;
}

/** One call for all that is missing: the package lists are the slow part. */
function installMissing(names) {
  const missing = names.filter((name) => !engines[name].find());
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing Debian’s ${missing.join(' and ')} for the elements (once; this takes a minute or two) …`);
  try {
    aptInstall(...missing.flatMap((name) => engines[name].packages));
  } catch (error) {
    console.log(`apt-get could not install them: ${error.message}`);
  }
}

/** Path of a working Firefox. */
export function findFirefox() {
  const usual = [process.env.FIREFOX_PATH, onPath('firefox-esr'), onPath('firefox'), '/Applications/Firefox.app/Contents/MacOS/firefox'];
  return usual.find((path) => path && existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0);
}

/** WebKitGTK is driven through its own driver and shows itself on a display of its own. */
function findWebKit() {
  const found = { driver: onPath('WebKitWebDriver'), display: onPath('Xvfb'), browser: findMiniBrowser() };
  return Object.values(found).every(Boolean) ? found : undefined;
}

/** `/usr/lib/<machine>/webkit2gtk-<version>/MiniBrowser` */
function findMiniBrowser() {
  const folders = (parent) => (existsSync(parent) ? readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : []);
  return folders('/usr/lib')
    .flatMap(({ name }) => folders(join('/usr/lib', name)).map((inner) => join('/usr/lib', name, inner.name, 'MiniBrowser')))
    .find((path) => /webkit2?gtk-[\d.]+\/MiniBrowser$/.test(path) && existsSync(path));
}
