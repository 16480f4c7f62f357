import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { define } from '../../internal/define.js';
import { SewakaElement } from '../../internal/element.js';
import { SewakaColorEvent } from '../../internal/events.js';
import { base, controls, tokens } from '../../styles/index.js';
import { contrast, isRefusal, parseColor, shadesOf } from './brand.js';
import { Provider } from './provider.js';

class Painted extends SewakaElement {
  static override styles = [tokens, base, controls];
  protected override body(): unknown {
    return html`<button class="button">Kirim</button>`;
  }
}
define('sewaka-painted', Painted);
define('sewaka-provider', Provider);

const grounds = { light: ['#ffffff', '#f6f3ee'], dark: ['#151412', '#201e1b'] } as const;
const ratio = (one: string, other: string): number => contrast(parseColor(one) ?? [0, 0, 0], parseColor(other) ?? [0, 0, 0]);
const hue = (index: number): string => `#${((index * 2_654_435) % 0xffffff).toString(16).padStart(6, '0')}`;

/** Shows a button below a provider, with what the provider complained about. */
async function paint(attributes: Readonly<Record<string, string>>): Promise<{ provider: Provider; errors: SewakaColorEvent[]; color(): string }> {
  const errors: SewakaColorEvent[] = [];
  const provider = new Provider();
  provider.addEventListener('sewaka-error', (event) => {
    if (event instanceof SewakaColorEvent) errors.push(event);
  });
  for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
  const widget = new Painted();
  provider.append(widget);
  document.body.append(provider);
  await provider.updateComplete;
  await widget.updateComplete;
  await widget.updateComplete;
  const button = widget.shadowRoot?.querySelector('button');
  if (!button) throw new Error('no button');
  return { provider, errors, color: () => getComputedStyle(button).backgroundColor };
}

describe("a village's own colours", () => {
  const warn = console.warn;
  let warned: string[] = [];
  beforeEach(() => {
    warned = [];
    console.warn = (message: string) => warned.push(message);
  });
  afterEach(() => {
    console.warn = warn;
    document.body.replaceChildren();
  });

  it('give legible shades in light and dark, or are refused with a nearest shade that is taken', () => {
    for (let index = 0; index < 2_000; index += 1) {
      const value = hue(index);
      const found = shadesOf('primary', value);
      if (isRefusal(found)) {
        expect(found.ratio, value).to.be.below(4.5);
        expect(isRefusal(shadesOf('primary', found.nearest ?? '')), `${value} → ${found.nearest ?? ''}`).to.equal(false);
        continue;
      }
      for (const scheme of ['light', 'dark'] as const) {
        const shade = (name: string): string => found[`primary-${name}`]?.[scheme] ?? '';
        const pairs = [...grounds[scheme].map((ground) => [shade('color'), ground]), [shade('color'), shade('tint-color')], [shade('hover-color'), shade('tint-color')], [shade('on-color'), shade('color')], [shade('on-color'), shade('hover-color')]];
        for (const [one = '', other = ''] of pairs) expect(ratio(one, other), `${value} ${scheme}: ${one} on ${other}`).to.be.at.least(4.5);
      }
    }
  });

  it('reach the widgets, in the scheme that holds there', async () => {
    const light = await paint({ primary: '#7a1f5c', theme: 'light' });
    expect(light.color()).to.equal('rgb(122, 31, 92)');
    const dark = await paint({ primary: '#7a1f5c', theme: 'dark' });
    expect(dark.color()).not.to.equal('rgb(122, 31, 92)');
    expect(warned).to.deep.equal([]);
  });

  it('give way to a person who needs more contrast', async () => {
    const { color } = await paint({ primary: '#7a1f5c', theme: 'light', contrast: 'more' });
    expect(color()).to.equal('rgb(4, 52, 67)');
  });

  it('are refused below 4.5, with the number and the nearest shade; the default stays', async () => {
    const { color, errors } = await paint({ primary: '#ff8800', theme: 'light' });
    expect(color()).to.equal('rgb(10, 85, 104)');
    expect(errors.map(({ code, role, nearest }) => ({ code, role, nearest }))).to.deep.equal([{ code: 'color_refused', role: 'primary', nearest: '#a85a00' }]);
    expect(errors[0]?.ratio).to.be.closeTo(2.39, 0.01);
    expect(warned.join()).to.match(/2\.\d\d .*4\.5 .*#a85a00/);
  });

  it('take effect, and go, when the attribute changes', async () => {
    const { provider, color } = await paint({ theme: 'light' });
    provider.setAttribute('primary', '#7a1f5c');
    await provider.updateComplete;
    expect(color()).to.equal('rgb(122, 31, 92)');
    provider.removeAttribute('primary');
    await provider.updateComplete;
    expect(color()).to.equal('rgb(10, 85, 104)');
  });

  const tricks = ['url(', 'url(https://evil.example/x)', '}', '};', '@import', 'expression(alert(1))', 'var(--x)', 'attr(x)', 'env(x)', 'red', 'rgb(0,0,0)', '#', '#12', '#1234', '#12345', '#1234567', '#12345678', '#gggggg', '#00000g', '/**/', '\\', '\\0', '"', "'", '<style>', '</style>', '<script>', 'javascript:alert(1)', '__proto__', 'constructor', 'inherit', 'unset', '!important', 'light-dark(#000,#fff)', 'image-set("x" 1x)', 'color-mix(in srgb, red, blue)', '-moz-binding:url(x)', '\u0000', '\u202e#000000', '０００'];
  const payloads = tricks.flatMap((trick) => [trick, `#7a1f5c${trick}`, `${trick}#7a1f5c`, `#7a1f5c;--x:${trick}`, `#7a1f5c\n${trick}`]);

  it(`take nothing but plain colours (${payloads.length} hostile values)`, async () => {
    const before = performance.getEntriesByType('resource').length;
    for (const payload of payloads) {
      const { provider, errors, color } = await paint({ primary: payload, accent: payload, theme: 'light' });
      expect(color(), payload).to.equal('rgb(10, 85, 104)');
      expect(errors.map(({ code }) => code), payload).to.deep.equal(['color_not_understood', 'color_not_understood']);
      expect(provider.getAttribute('style'), payload).to.equal('display: contents;');
      provider.remove();
    }
    expect(performance.getEntriesByType('resource').length).to.equal(before);
  });
});
