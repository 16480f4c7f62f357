import type { DisplayKey } from './id.js';

export const words: Readonly<Record<DisplayKey, string>> = {
  language: 'Language',
  language_set: 'English is used now.',
  display: 'Display',
  scheme: 'Colours',
  scheme_page: 'As this site',
  scheme_light: 'Light',
  scheme_dark: 'Dark',
  contrast: 'Contrast',
  contrast_normal: 'Normal',
  contrast_more: 'Stronger',
  text: 'Text size',
  text_normal: 'Normal',
  text_large: 'Large',
  text_larger: 'Larger',
  kept: 'These choices are kept on this device only.',
};
