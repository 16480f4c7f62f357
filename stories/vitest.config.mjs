import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { browserArgs } from '../tools/browser.mjs';

/** Every story as a test in a real browser: it renders, its play passes, axe finds nothing in any theme. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [storybookTest({ configDir: fileURLToPath(new URL('../.storybook', import.meta.url)) })],
  test: {
    name: 'stories',
    testTimeout: 30_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: browserArgs },
        contextOptions: { reducedMotion: 'reduce', locale: 'id-ID', timezoneId: 'Asia/Makassar' },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
