import type { StorybookConfig } from '@storybook/web-components-vite';
import { defaultClientConditions, mergeConfig } from 'vite';
import { sample, writeServiceStories } from './sample-plugin.ts';

writeServiceStories();

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts', './generated/*.stories.ts'],
  framework: '@storybook/web-components-vite',
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (base) =>
    mergeConfig(base, {
      plugins: [sample()],
      resolve: { conditions: ['e-sewaka-source', ...defaultClientConditions] },
      optimizeDeps: { include: ['lit', 'lit/directives/keyed.js', 'lit/directives/repeat.js', 'ky', 'uqr', 'qr/decode.js', 'axe-core'] },
    }),
};

export default config;
