import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

const fontBase = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'E-Sewaka', brandUrl: './', brandTarget: '_self', colorPrimary: '#0a5568', colorSecondary: '#0a5568', fontBase }),
});
