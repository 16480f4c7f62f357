import axe from 'axe-core';
import type { Provider } from '../packages/components/src/features/provider/index.js';
import { paintPage } from './settings.js';

interface Context {
  readonly canvasElement: HTMLElement;
  readonly globals: Readonly<Record<string, unknown>>;
}

const themes = [
  { scheme: 'light', contrast: 'normal' },
  { scheme: 'light', contrast: 'more' },
  { scheme: 'dark', contrast: 'normal' },
  { scheme: 'dark', contrast: 'more' },
];

/** In tests, measures the contrast of every state in every theme too, not only in the one the story is shown in. */
export async function checkOtherThemes({ canvasElement, globals }: Context): Promise<void> {
  const provider = canvasElement.querySelector<Provider>('sewaka-provider');
  if (!import.meta.env['VITEST'] || !provider) return;
  for (const theme of themes) {
    if (theme.scheme === globals['scheme'] && theme.contrast === globals['contrast']) continue;
    paintPage({ ...globals, ...theme });
    Object.assign(provider, { theme: theme.scheme, contrast: theme.contrast });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { violations } = await axe.run(canvasElement, { runOnly: ['color-contrast'], resultTypes: ['violations'] });
    const found = violations.flatMap(({ nodes }) => nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`));
    if (found.length > 0) throw new Error(`Contrast in ${theme.scheme}, ${theme.contrast}:\n${found.join('\n')}`);
  }
}
