import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { commonWords } from '../locales/common/index.js';
import { define } from './define.js';
import { SewakaElement } from './element.js';
import { pageSettings } from './settings.js';
import { clearPage, fakeClient, mount, settled } from './testing.js';

class Probe extends SewakaElement {
  static override styles = css`
    :host {
      display: block;
    }
    .word {
      color: rgb(1, 2, 3);
    }
  `;
  readonly say = this.use(commonWords);
  acted: string[] = [];
  protected override onAction(action: string): void {
    this.acted.push(action);
  }
  protected override body(): unknown {
    return html`<p class="word" .textContent=${this.say('next')}></p>
      <input name="kept" />
      <button type="button" data-action="one"><span>1</span></button>
      <button type="button" data-action="two">2</button>`;
  }
}
define('sewaka-probe', Probe);

const word = (probe: Probe): string => probe.renderRoot.querySelector('.word')?.textContent ?? '';

describe('SewakaElement', () => {
  afterEach(() => {
    clearPage();
    pageSettings().update({ locale: undefined });
  });

  it('speaks Indonesian unless told otherwise', async () => {
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}), { locale: 'xx' });
    expect(word(probe)).to.equal('Lanjut');
  });

  it('changes language without losing what was typed or where the focus is', async () => {
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}), { locale: 'id' });
    const input = probe.renderRoot.querySelector('input');
    if (!input) throw new Error('no input');
    input.focus();
    input.value = 'Ni Luh';
    probe.locale = 'en';
    await settled(probe);
    expect(word(probe)).to.equal('Continue');
    expect(input.value).to.equal('Ni Luh');
    expect(probe.shadowRoot?.activeElement).to.equal(input);
  });

  it('follows the page settings', async () => {
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}));
    pageSettings().update({ locale: 'ban' });
    await settled(probe);
    expect(word(probe)).to.equal('Lanturang');
  });

  it('still updates words that a page translator has replaced', async () => {
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}), { locale: 'id' });
    const target = probe.renderRoot.querySelector('.word');
    const font = document.createElement('font');
    font.textContent = 'Weiter';
    target?.replaceChildren(font);
    probe.locale = 'en';
    await settled(probe);
    expect(word(probe)).to.equal('Continue');
  });

  it('hears clicks on named actions with one listener', async () => {
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}));
    probe.renderRoot.querySelector<HTMLElement>('[data-action=one] span')?.click();
    probe.renderRoot.querySelector<HTMLElement>('[data-action=two]')?.click();
    expect(probe.acted).to.deep.equal(['one', 'two']);
  });

  it('renders into the page itself when asked, styled and without leaking styles', async () => {
    const outside = document.createElement('p');
    outside.className = 'word';
    document.body.append(outside);
    const probe = await mount<Probe>('sewaka-probe', fakeClient({}), { 'render-root': 'light' });
    const inside = probe.querySelector('.word');
    if (!inside) throw new Error('not in the light');
    expect(getComputedStyle(inside).color).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(outside).color).not.to.equal('rgb(1, 2, 3)');
  });

  it('keeps the first definition of a tag and tells a differing version once', () => {
    const told: unknown[] = [];
    const warn = console.warn;
    console.warn = (...words) => void told.push(words);
    define('sewaka-older', class extends HTMLElement {
      static version = '0.0.1';
    });
    define('sewaka-older', class extends HTMLElement {});
    define('sewaka-older', class extends HTMLElement {});
    console.warn = warn;
    expect(told).to.have.length(1);
  });
});
