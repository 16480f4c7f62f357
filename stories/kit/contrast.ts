import contrastDark from '../../packages/components/src/styles/tokens/contrast-dark.json';
import contrastLight from '../../packages/components/src/styles/tokens/contrast-light.json';
import dark from '../../packages/components/src/styles/tokens/dark.json';
import light from '../../packages/components/src/styles/tokens/light.json';

/** Colours of one theme by token name, such as `primary-color`. */
export type Theme = ReadonlyMap<string, string>;

function flat(tokens: object, path: readonly string[] = []): [string, string][] {
  return Object.entries(tokens).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value !== 'object' || value === null) return name === '$value' ? [[path.join('-'), String(value)]] : [];
    return flat(value, [...path, name]);
  });
}

const theme = (...layers: readonly object[]): Theme => new Map(layers.flatMap((layer) => flat(layer)));

/** The four themes; the stronger ones lie over the plain ones. */
export const themes: Readonly<Record<string, Theme>> = {
  Light: theme(light),
  Dark: theme(dark),
  'Light, high contrast': theme(light, contrastLight),
  'Dark, high contrast': theme(dark, contrastDark),
};

/** What is seen on what, and the ratio it needs: 4.5 for words, 3 for edges and icons (WCAG 2.2, 1.4.3 and 1.4.11). */
export const pairs: readonly (readonly [on: string, ground: string, needed: number, use: string])[] = [
  ['ink-color', 'paper-color', 4.5, 'Words'],
  ['ink-color', 'surface-color', 4.5, 'Words on cards'],
  ['muted-color', 'paper-color', 4.5, 'Hints'],
  ['muted-color', 'surface-color', 4.5, 'Hints on cards'],
  ['border-color', 'paper-color', 3, 'Edges of controls'],
  ['primary-color', 'paper-color', 4.5, 'Links'],
  ['primary-color', 'primary-tint-color', 4.5, 'Links on a tint'],
  ['primary-on-color', 'primary-color', 4.5, 'Words on the main button'],
  ['primary-on-color', 'primary-hover-color', 4.5, 'The same, pointed at'],
  ['accent-color', 'paper-color', 4.5, 'Accent'],
  ['danger-color', 'paper-color', 4.5, 'Errors'],
  ['danger-color', 'danger-tint-color', 4.5, 'Errors on their tint'],
  ['danger-on-color', 'danger-color', 4.5, 'Words on a destructive button'],
  ['success-color', 'paper-color', 4.5, 'Success'],
  ['success-color', 'success-tint-color', 4.5, 'Success on its tint'],
  ['success-on-color', 'success-color', 4.5, 'The check of a step that is done'],
  ['warning-color', 'warning-tint-color', 4.5, 'Warnings on their tint'],
  ['focus-color', 'focus-edge-color', 3, 'Focus ring against its edge'],
];

/** Relative luminance (WCAG 2.2) of a colour like `#0a5568`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high = 1, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
