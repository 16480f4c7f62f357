import { expect } from '@open-wc/testing';
import type { Client, ServiceItem } from '../../internal/client.js';
import { define } from '../../internal/define.js';
import { fakeClient } from '../../internal/fake-client.js';
import { pageSettings } from '../../internal/settings.js';
import { clearPage, expectAccessible, mount, settled, until, wordsOf } from '../../internal/testing.js';
import { smallService } from '../service-form/fixture.js';
import { searchServices } from './search.js';
import { ServiceCatalog } from './service-catalog.js';

define('sewaka-service-catalog', ServiceCatalog);

function item(id: string, title: string, keywords: readonly string[], category: ServiceItem['category'], more: Partial<ServiceItem> = {}): ServiceItem {
  const text = { id: title, en: title };
  return { id, version: 1, title: text, summary: text, keywords, category, channel: 'online', fee: { amount: 0, currency: 'IDR' }, workingDays: 2, offered: {}, audience: [], ...more };
}

const services = [
  item('akta-kelahiran', 'Akta Kelahiran', ['bayi', 'anak'], 'civil', { audience: ['resident', 'foreigner'] }),
  item('domisili', 'Surat Keterangan Domisili', ['tempat tinggal', 'alamat'], 'residence'),
  item('usaha', 'Surat Keterangan Usaha', ['warung', 'dagang', 'sku'], 'business', { audience: ['business', 'resident'], offered: { kinds: ['kelurahan'] } }),
];

const villages = [
  { code: '51.71.01.1001', name: 'Serangan', kind: 'kelurahan', districtCode: '51.71.01', districtName: 'Denpasar Selatan' },
  { code: '51.71.04.2001', name: 'Dangin Puri Kangin', kind: 'desa', districtCode: '51.71.04', districtName: 'Denpasar Utara' },
] as const;

async function choose(element: ServiceCatalog, name: string, value: string): Promise<void> {
  const select = element.renderRoot.querySelector<HTMLSelectElement>(`select[name=${name}]`);
  if (!select) throw new Error(`no ${name} to choose from`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(element);
}

function client(): Client {
  return fakeClient({ services: { list: () => Promise.resolve({ data: services }), get: () => Promise.resolve(smallService()) }, villages: { list: () => Promise.resolve({ data: villages }) } });
}

function catalog(attributes: Readonly<Record<string, string>> = {}): Promise<ServiceCatalog> {
  return mount<ServiceCatalog>('sewaka-service-catalog', client(), { locale: 'id', ...attributes });
}

function titles(element: ServiceCatalog): string[] {
  return [...element.renderRoot.querySelectorAll('.service button')].map((button) => button.textContent?.trim() ?? '');
}

async function type(element: ServiceCatalog, words: string): Promise<void> {
  const search = element.renderRoot.querySelector<HTMLInputElement>('[name=query]');
  if (!search) throw new Error('no search');
  search.value = words;
  search.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(element);
}

describe('searching services', () => {
  for (const [query, found] of [
    ['domisili', 'domisili'],
    ['domisli', 'domisili'],
    ['surat keterangan usha', 'usaha'],
    ['akte lahir', 'akta-kelahiran'],
    ['WARUNG', 'usaha'],
    ['cara bikin akta', 'akta-kelahiran'],
    ['suket domisli', 'domisili'],
    ['ijin usaha', 'usaha'],
    ['S.K.U.', 'usaha'],
  ] as const) {
    it(`finds ${found} for “${query}”`, () => {
      expect(searchServices(services, query)[0]?.id).to.equal(found);
    });
  }

  it('leaves every service where nothing is said that tells them apart', () => {
    expect(searchServices(services, 'suket')).to.have.length(3);
  });

  it('finds nothing rather than something unlike', () => {
    expect(searchServices(services, 'paspor')).to.deep.equal([]);
    expect(searchServices(services, 'paspor hilang')).to.deep.equal([]);
  });
});

describe('sewaka-service-catalog', () => {
  afterEach(clearPage);

  it('lists every service and narrows while a person types', async () => {
    const element = await catalog();
    expect(titles(element)).to.have.length(3);
    await expectAccessible(element);
    await type(element, 'domisli');
    expect(titles(element)).to.deep.equal(['Surat Keterangan Domisili']);
  });

  it('says what to try when nothing fits, and shows all again', async () => {
    const element = await catalog();
    await type(element, 'paspor');
    expect(wordsOf(element)).to.contain('Tidak ada layanan yang cocok dengan “paspor”');
    await expectAccessible(element);
    element.renderRoot.querySelector<HTMLElement>('[data-action=all]')?.click();
    await settled(element);
    expect(titles(element)).to.have.length(3);
  });

  it('lists every service where the tag says nothing at all', async () => {
    pageSettings().update({ client: client() });
    const element = document.createElement('sewaka-service-catalog');
    document.body.append(element);
    await settled(element);
    expect(titles(element)).to.have.length(3);
    pageSettings().update({ client: undefined });
  });

  it('filters by kind', async () => {
    const element = await catalog();
    element.renderRoot.querySelector<HTMLInputElement>('[value=business]')?.click();
    await settled(element);
    expect(titles(element)).to.deep.equal(['Surat Keterangan Usaha']);
  });

  it('filters by whom a service is for; what names nobody is for everybody', async () => {
    const element = await catalog();
    await choose(element, 'audience', 'foreigner');
    expect(titles(element)).to.deep.equal(['Akta Kelahiran', 'Surat Keterangan Domisili']);
    await choose(element, 'audience', 'business');
    expect(titles(element)).to.deep.equal(['Surat Keterangan Domisili', 'Surat Keterangan Usaha']);
    await expectAccessible(element);
  });

  it('filters by where, says when nothing is left, and shows all again', async () => {
    const element = await catalog();
    await choose(element, 'village', '51.71.04.2001');
    expect(titles(element)).to.not.contain('Surat Keterangan Usaha');
    element.renderRoot.querySelector<HTMLInputElement>('[value=business]')?.click();
    await settled(element);
    expect(wordsOf(element)).to.contain('Tidak ada layanan yang cocok dengan pilihan Anda.');
    element.renderRoot.querySelector<HTMLElement>('[data-action=all]')?.click();
    await settled(element);
    expect(titles(element)).to.have.length(3);
    expect(element.renderRoot.querySelector<HTMLSelectElement>('[name=village]')?.value).to.equal('');
  });

  it('asks for no village where the page has said which', async () => {
    const element = await catalog({ village: '51.71.04.2001' });
    expect(element.renderRoot.querySelector('[name=village]')).to.equal(null);
  });

  it('takes the chosen village along to the form', async () => {
    const element = await catalog({ 'service-href': '/ajukan?layanan={service}&desa={village}' });
    await choose(element, 'village', '51.71.01.1001');
    element.renderRoot.querySelector<HTMLElement>('.service button')?.click();
    await settled(element);
    expect(element.renderRoot.querySelector('a.button')?.getAttribute('href')).to.equal('/ajukan?layanan=lokal-coba&desa=51.71.01.1001');
  });

  it('opens the page of a service with its whole standard, and starts it by event', async () => {
    const element = await catalog();
    const selected: string[] = [];
    element.addEventListener('sewaka-select', (event) => {
      event.preventDefault();
      selected.push(event.serviceId);
    });
    element.renderRoot.querySelector<HTMLElement>('.service button')?.click();
    await settled(element);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('Surat Coba');
    const terms = [...element.renderRoot.querySelectorAll('dt, h3')].map((term) => term.textContent ?? '');
    expect(terms).to.include.members(['Persyaratan', 'Biaya', 'Jangka waktu', 'Pengaduan, saran dan masukan', 'Dasar hukum', 'Maklumat pelayanan']);
    await expectAccessible(element);
    element.renderRoot.querySelector<HTMLElement>('[data-action=start]')?.click();
    expect(selected).to.deep.equal(['lokal-coba']);
  });

  it('comes back to the service it was left for', async () => {
    const element = await catalog();
    const chosen = element.renderRoot.querySelectorAll<HTMLElement>('.service button')[1];
    chosen?.click();
    await settled(element);
    history.back();
    await until('the list is back', () => titles(element).length === 3);
    await settled(element);
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal(chosen?.textContent?.trim());
  });

  it('leaves focus where it is when the page opens with a service', async () => {
    const element = await catalog({ service: 'lokal-coba' });
    expect(wordsOf(element)).to.contain('Surat Coba');
    expect(element.shadowRoot?.activeElement).to.equal(null);
  });

  it('links to the page with the form when told which', async () => {
    const element = await catalog({ 'service-href': '/ajukan?layanan={service}', service: 'lokal-coba' });
    expect(element.renderRoot.querySelector('a.button')?.getAttribute('href')).to.equal('/ajukan?layanan=lokal-coba');
  });
});
