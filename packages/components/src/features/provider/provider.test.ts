import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { define } from '../../internal/define.js';
import { SewakaElement } from '../../internal/element.js';
import { fakeClient } from '../../internal/fake-client.js';
import { pageSettings } from '../../internal/settings.js';
import { clearPage, expectAccessible, mount, settled } from '../../internal/testing.js';
import { commonWords } from '../../locales/common/index.js';
import { DisplaySettings } from '../display-settings/display-settings.js';
import { LanguageSwitcher } from '../language-switcher/language-switcher.js';
import { Provider } from './provider.js';

class Word extends SewakaElement {
  readonly #say = this.use(commonWords);
  protected override body(): unknown {
    return html`<p class="word" .textContent=${this.#say('next')}></p>`;
  }
}

define('sewaka-word', Word);
define('sewaka-language-switcher', LanguageSwitcher);
define('sewaka-display-settings', DisplaySettings);

function show(attributes: Readonly<Record<string, string>>): Word {
  const provider = document.createElement('sewaka-provider');
  for (const [name, value] of Object.entries(attributes)) provider.setAttribute(name, value);
  const widget = new Word();
  provider.append(widget);
  document.body.append(provider);
  return widget;
}

const word = (element: Element): string => element.shadowRoot?.querySelector('.word')?.textContent ?? '';

describe('settings for what a page contains', () => {
  afterEach(() => {
    clearPage();
    localStorage.clear();
    pageSettings().prefer({ locale: undefined, scheme: undefined, contrast: undefined, textSize: undefined });
  });

  it('reach widgets that were there before the provider was defined', async () => {
    const widget = show({ locale: 'en', theme: 'dark', 'base-url': 'https://desa.example' });
    define('sewaka-provider', Provider);
    await settled(widget);
    expect(word(widget)).to.equal('Continue');
    expect(widget.settings.baseUrl).to.equal('https://desa.example');
    expect(widget.shadowRoot?.querySelector('.base')?.getAttribute('data-scheme')).to.equal('dark');
  });

  it('follow the provider when it changes', async () => {
    define('sewaka-provider', Provider);
    const widget = show({ locale: 'en' });
    await settled(widget);
    document.querySelector('sewaka-provider')?.setAttribute('locale', 'id');
    await settled(widget);
    expect(word(widget)).to.equal('Lanjut');
  });

  it('give way to the language a person chooses, which is remembered', async () => {
    define('sewaka-provider', Provider);
    const widget = show({ locale: 'id' });
    const switcher = await mount<LanguageSwitcher>('sewaka-language-switcher', fakeClient({}));
    await expectAccessible(switcher);
    switcher.shadowRoot?.querySelector<HTMLElement>('[lang=en]')?.click();
    await settled(switcher);
    expect(word(widget)).to.equal('Continue');
    expect(switcher.shadowRoot?.querySelector('[aria-current]')?.textContent).to.equal('English');
    expect(localStorage.getItem('sewaka:preferences')).to.contain('en');
  });

  it('take colours, contrast and text size from the person', async () => {
    const display = await mount<DisplaySettings>('sewaka-display-settings', fakeClient({}), { page: '', locale: 'id' });
    display.shadowRoot?.querySelector('summary')?.click();
    for (const value of ['dark', 'more', 'larger']) display.shadowRoot?.querySelector<HTMLInputElement>(`[value=${value}]`)?.click();
    await settled(display);
    const root = display.shadowRoot?.querySelector<HTMLElement>('.base');
    expect(root && { ...root.dataset }).to.include({ scheme: 'dark', contrast: 'more', text: 'larger' });
    expect(document.documentElement.dataset['sewakaScheme']).to.equal('dark');
    await expectAccessible(display);
  });
});
