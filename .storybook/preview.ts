import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../packages/components/custom-elements.json';
import { render } from '../stories/kit/element.js';
import { applySettings } from './settings.js';
import DocsPage from './docs-page.mdx';
import { forgetDrafts } from './drafts.js';
import { checkOtherThemes } from './themes-check.js';
import './preview.css';

// Storybook offers a text box for `string`, but an object editor for `string | undefined`.
setCustomElementsManifest(JSON.parse(JSON.stringify(manifest).replaceAll(' | undefined', '')));

const phone = (name: string, width: number, height: number): object => ({ name, styles: { width: `${width}px`, height: `${height}px` } });
const toolbar = (title: string, icon: string, items: readonly (readonly [string, string])[]): object => ({
  description: title,
  toolbar: { title, icon, dynamicTitle: true, items: items.map(([value, words]) => ({ value, title: words })) },
});

const preview: Preview = {
  render,
  decorators: [applySettings],
  tags: ['autodocs'],
  beforeEach: forgetDrafts,
  afterEach: checkOtherThemes,
  initialGlobals: { locale: 'id', scheme: 'light', contrast: 'normal', textSize: 'normal', density: 'normal' },
  globalTypes: {
    locale: toolbar('Language', 'globe', [['id', 'Bahasa Indonesia'], ['en', 'English'], ['ban', 'Basa Bali (beta)']]),
    scheme: toolbar('Scheme', 'mirror', [['light', 'Light'], ['dark', 'Dark'], ['auto', 'As the device']]),
    contrast: toolbar('Contrast', 'contrast', [['normal', 'Normal contrast'], ['more', 'High contrast']]),
    textSize: toolbar('Text size', 'zoom', [['normal', 'Normal text'], ['large', 'Large text'], ['larger', 'Larger text']]),
    density: toolbar('Density', 'component', [['normal', 'Comfortable'], ['compact', 'Compact']]),
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    docs: { page: DocsPage },
    controls: { expanded: true, exclude: ['client'] },
    options: { storySort: { order: ['Welcome', 'Embed', 'Elements', 'Services', 'Patterns', 'Tokens'] } },
    viewport: {
      options: { reflow: phone('320 px (reflow)', 320, 640), phone: phone('Phone', 360, 740), tablet: phone('Tablet', 768, 1024), desktop: phone('Desktop', 1280, 800) },
    },
  },
};

export default preview;
