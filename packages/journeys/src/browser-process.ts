import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserArgs, findBrowser } from '../../../tools/browser.mjs';

/** A browser with a profile folder that stays, in a process of its own that can be killed. */
export interface BrowserProcess {
  /** Starts it; a tab of its usual profile. */
  open(): Promise<Page>;
  /** Kills it with all its processes, as a phone does when memory runs out. */
  kill(): Promise<void>;
  /** The files of the profile, as they lie on the disk, that contain one of these texts in any spelling a browser writes. */
  filesWith(texts: readonly string[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Prepares a browser with an empty profile. */
export async function browserProcess(): Promise<BrowserProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'sewaka-profile-'));
  let child: ChildProcess | undefined;
  let browser: Browser | undefined;
  const kill = async (): Promise<void> => {
    const { pid } = child ?? {};
    const gone = new Promise((done) => child?.once('exit', done));
    child = undefined;
    // The whole group: the browser, its tabs and its network and storage processes.
    if (pid === undefined) return;
    process.kill(-pid, 'SIGKILL');
    await gone;
    await browser?.close().catch(() => undefined);
  };
  return {
    async open() {
      const args = [...browserArgs, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
      child = spawn(findBrowser(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
      browser = await chromium.connectOverCDP(await addressOf(child));
      const [context] = browser.contexts();
      if (!context) throw new Error('The browser has no profile.');
      context.setDefaultTimeout(10_000);
      return context.newPage();
    },
    kill,
    async filesWith(texts) {
      const spellings = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
      const found: string[] = [];
      for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (spellings.some((spelling) => bytes.includes(spelling))) found.push(path.slice(profile.length));
      }
      return found;
    },
    async close() {
      await kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.once('exit', (code) => fail(new Error(`The browser ended with ${String(code)}: ${said.slice(-500)}`)));
    child.stderr?.on('data', (words: Buffer) => {
      said += words.toString();
      const [, address] = said.match(/DevTools listening on (ws:\S+)/) ?? [];
      if (address) done(address);
    });
  });
}
