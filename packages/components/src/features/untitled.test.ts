import { expect } from '@open-wc/testing';
import { fakeClient } from '../internal/fake-client.js';
import { clearPage, expectAccessible, mount } from '../internal/testing.js';
import './document-verify/index.js';
import './id-lookup/index.js';
import './status-tracker/index.js';

describe('a widget below a heading of the page that names it', () => {
  afterEach(clearPage);

  for (const tag of ['sewaka-document-verify', 'sewaka-id-lookup', 'sewaka-status-tracker'] as const)
    it(`<${tag}> says its name only when the page does not`, async () => {
      const named = await mount(tag, fakeClient({}), { locale: 'id' });
      expect(named.shadowRoot?.querySelectorAll('.title').length).to.equal(1);
      clearPage();
      const bare = await mount(tag, fakeClient({}), { locale: 'id', untitled: '' });
      expect(bare.shadowRoot?.querySelectorAll('header, .title').length).to.equal(0);
      await expectAccessible(bare);
      bare.shadowRoot?.querySelector('form')?.requestSubmit();
      await bare.updateComplete;
      await bare.updateComplete;
      const first = bare.shadowRoot?.querySelector('h1, h2, h3, h4');
      if (first) expect(first.localName).to.equal('h2');
    });
});
