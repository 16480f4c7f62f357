import '../packages/components/src/features/provider/index.js';
import type { Decorator } from '@storybook/web-components-vite';
import { html } from 'lit';
import { pageSettings } from '../packages/components/src/internal/settings.js';

type Choices = Readonly<Record<string, unknown>>;

const chosen = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The ground that stories stand on follows the toolbar too. */
export function paintPage({ scheme, locale }: Choices): void {
  document.documentElement.dataset['scheme'] = chosen(scheme) || 'light';
  document.documentElement.lang = chosen(locale) || 'id';
}

/** Puts every story into a provider that says what the toolbar says. */
export const applySettings: Decorator = (story, { globals }) => {
  paintPage(globals);
  const { locale, scheme, contrast, density, textSize } = globals;
  // A choice made inside a story, such as a language, ends with it.
  pageSettings().prefer({ locale: undefined, scheme: undefined, contrast: undefined, textSize: textSize === 'large' || textSize === 'larger' ? textSize : undefined });
  return html`<sewaka-provider locale=${chosen(locale)} theme=${chosen(scheme)} contrast=${chosen(contrast)} density=${chosen(density)}>${story()}</sewaka-provider>`;
};
