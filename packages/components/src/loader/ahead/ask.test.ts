import { expect } from '@open-wc/testing';
import { clientFor } from '../../internal/client.js';
import '../../internal/public-client.js';
import { askAhead } from './ask.js';

const base = 'https://sewaka.example';

function formIn(provider: string, service = 'lokal-coba'): HTMLElement {
  const around = document.createElement('div');
  const holder = document.createElement('sewaka-provider');
  holder.setAttribute('base-url', provider);
  const form = document.createElement('sewaka-service-form');
  form.setAttribute('service', service);
  holder.append(form);
  around.append(holder);
  return form;
}

describe('what a form will ask for', () => {
  const { fetch } = globalThis;
  let asked: { readonly address: string; readonly init: RequestInit | undefined }[] = [];
  let answers: (() => Promise<Response>)[] = [];

  beforeEach(() => {
    asked = [];
    answers = [];
    globalThis.fetch = (input, init) => {
      asked.push({ address: input instanceof Request ? input.url : `${input}`, init });
      return answers.shift()?.() ?? Promise.resolve(Response.json({ id: 'lokal-coba' }));
    };
  });

  afterEach(() => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, Symbol.for('e-sewaka.ahead'));
  });

  const get = (): Promise<unknown> => clientFor({ baseUrl: base }).services.get({ serviceId: 'lokal-coba' });

  it('is asked for once at the provider’s server, and taken by the widget', async () => {
    askAhead(formIn(base));
    askAhead(formIn(base));
    expect(await get()).to.deep.equal({ id: 'lokal-coba' });
    expect(asked.map(({ address }) => address)).to.deep.equal([`${base}/v1/services/lokal-coba`]);
  });

  it('goes out as a bare request, so that a preload of the page can answer it', () => {
    askAhead(formIn(base));
    expect(asked[0]?.init).to.equal(undefined);
  });

  it('is asked for again by the widget when it did not arrive, and with every further reading', async () => {
    answers = [() => Promise.reject(new TypeError('offline'))];
    askAhead(formIn(base));
    await get();
    await get();
    expect(asked).to.have.length(3);
  });

  it('leaves alone what is no form, has no service or no usable server', () => {
    askAhead(document.createElement('sewaka-service-catalog'));
    askAhead(document.createElement('sewaka-service-form'));
    askAhead(formIn('nowhere'));
    expect(asked).to.deep.equal([]);
  });
});
