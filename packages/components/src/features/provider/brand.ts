/** A village's own colour that is not legible, or not a colour; the default stays. */
export interface Refusal {
  readonly role: BrandRole;
  readonly value: string;
  /** Measured contrast with the ground; absent when the value is no colour of the form `#rgb` or `#rrggbb`. */
  readonly ratio?: number;
  readonly needed?: number;
  readonly ground?: string;
  /** The nearest shade that would be taken. */
  readonly nearest?: string;
}

export type BrandRole = 'primary' | 'accent';

/** Custom properties of one brand colour, without the `--sewaka-` in front: values for light and for dark. */
export type Shades = Readonly<Record<string, { readonly light: string; readonly dark: string }>>;

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** Grounds of the tokens that words in a brand colour stand on. */
const lightGrounds = ['#ffffff', '#f6f3ee'] as const;
const darkGrounds = ['#151412', '#201e1b'] as const;
const forWords = 4.5;

/** Reads `#rgb` or `#rrggbb`; nothing else is a colour here, so that no other CSS can come in by an attribute. */
export function parseColor(value: string): Rgb | undefined {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value.trim()) ?? [];
  if (digits === undefined) return undefined;
  const size = digits.length / 3;
  const [r = 0, g = 0, b = 0] = [0, 1, 2].map((at) => Number.parseInt(digits.slice(at * size, (at + 1) * size).repeat(3 - size), 16));
  return [r, g, b];
}

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function mix([r, g, b]: Rgb, [red, green, blue]: Rgb, share: number): Rgb {
  const part = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [part(r, red), part(g, green), part(b, blue)];
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const read = (value: string): Rgb => parseColor(value) ?? black;

/** The first shade on the way to black or white that is legible on all grounds. */
function legible(color: Rgb, grounds: readonly Rgb[], toward: Rgb, needed = forWords): Rgb {
  for (let step = 0; step <= 100; step += 1) {
    const shade = mix(color, toward, step / 100);
    if (grounds.every((ground) => contrast(shade, ground) >= needed)) return shade;
  }
  return toward;
}

/** A quiet ground of the colour's own hue, as strong as words in the colour allow. */
function tintOf(color: Rgb, paper: Rgb, ink: readonly Rgb[]): Rgb {
  for (let share = 0.12; share > 0; share -= 0.02) {
    const tint = mix(paper, color, share);
    if (ink.every((words) => contrast(words, tint) >= forWords)) return tint;
  }
  return paper;
}

/** All shades of a brand colour, computed from one; or why it is refused. */
export function shadesOf(role: BrandRole, value: string): Shades | Refusal {
  const color = parseColor(value);
  if (!color) return { role, value };
  const weak = lightGrounds.map((ground) => ({ ground, ratio: contrast(color, read(ground)) })).find(({ ratio }) => ratio < forWords);
  if (weak) return { role, value, ...weak, needed: forWords, nearest: hex(legible(color, lightGrounds.map(read), black)) };
  const night = legible(color, darkGrounds.map(read), white, 6);
  const main = { [`${role}-color`]: { light: hex(color), dark: hex(night) } };
  if (role === 'accent') return main;
  const hover = { light: mix(color, black, 0.3), dark: mix(night, white, 0.35) };
  const tint = { light: tintOf(color, white, [color, hover.light]), dark: tintOf(night, read(darkGrounds[0]), [night, hover.dark, white]) };
  return {
    ...main,
    'primary-hover-color': { light: hex(hover.light), dark: hex(hover.dark) },
    'primary-on-color': { light: hex(white), dark: hex(legible(mix(color, black, 0.6), [night, hover.dark], black)) },
    'primary-tint-color': { light: hex(tint.light), dark: hex(tint.dark) },
  };
}

/** Tells a refusal from shades. */
export function isRefusal(found: Shades | Refusal): found is Refusal {
  return 'role' in found && typeof found.role === 'string';
}

/** A refusal as a sentence for the page's author. */
export function reasonOf({ role, value, ratio, needed, ground, nearest }: Refusal): string {
  const shown = JSON.stringify(value.slice(0, 60));
  if (ratio === undefined) return `<sewaka-provider>: ${role} ${shown} is not a colour of the form #rrggbb; the default stays.`;
  return `<sewaka-provider>: ${role} ${shown} has a contrast of ${ratio.toFixed(2)} on ${ground ?? ''}, ${needed ?? forWords} is needed; the nearest shade that passes is ${nearest ?? ''}. The default stays.`;
}
