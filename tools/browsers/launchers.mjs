/** What starts each engine for web-test-runner. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { WebdriverLauncher } from '@web/test-runner-webdriver';
import puppeteer from 'puppeteer-core';
import { browserArgs, findBrowser } from '../browser.mjs';

class WebKitLauncher extends WebdriverLauncher {
  async initialize(config) {
    await super.initialize(config);
    // Not the name of the window it draws.
    this.name = 'WebKit';
  }

  /** One after the other: several at once are held down together like a chord, and then the 9 of 1990 counts once. */
  async sendKeys(session, keys) {
    for (const key of keys) await super.sendKeys(session, [key]);
  }
}

/** Launchers for the engines that `tools/elements.mjs` has found; only Chromium when the runner is called by itself. */
export function launchers() {
  const { chromium, firefox, webkit } = JSON.parse(process.env.SEWAKA_ENGINES ?? 'null') ?? { chromium: findBrowser() };
  return [
    ...(chromium ? [named('Chromium', chromeLauncher({ launchOptions: { executablePath: chromium, args: browserArgs } }))] : []),
    ...(firefox ? [chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: firefox, headless: true } })] : []),
    ...(webkit ? [webkitLauncher(webkit)] : []),
  ];
}

function named(name, launcher) {
  launcher.name = name;
  return launcher;
}

function webkitLauncher({ port, browser }) {
  return new WebKitLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    automationProtocol: 'webdriver',
    connectionRetryTimeout: 60_000,
    connectionRetryCount: 1,
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation', '--geometry=1280x900'] },
    },
  });
}
