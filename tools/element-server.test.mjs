import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import { describe, expect, it } from 'vitest';
import { elements } from '../packages/components/src/loader/elements.js';

describe('on a server', () => {
  it('elements are imported without a document, and leave nothing waiting', async () => {
    expect(typeof document).toBe('undefined');
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    await Promise.all(Object.values(elements).map((load) => load()));
    expect(typeof document).toBe('undefined');
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThanOrEqual(timers);
  });

  it.each(Object.keys(elements))('Lit renders %s as its tag with the link inside, for the browser to take over', async (tag) => {
    await elements[tag]();
    const name = unsafeStatic(tag);
    const written = await collectResult(render(html`<${name} service="surat-keterangan-domisili"><a href="/ajukan">Ajukan</a></${name}>`));
    expect(written.replace(/<!--.*?-->/g, '').replace(/ +/g, ' ')).toBe(`<${tag} service="surat-keterangan-domisili"><a href="/ajukan">Ajukan</a></${tag}>`);
  });
});
