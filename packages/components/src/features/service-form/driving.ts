import { fakeClient } from '../../internal/fake-client.js';
import { mount, settled, until } from '../../internal/testing.js';
import { define } from '../../internal/define.js';
import type { Client, Receipt, ServiceDefinition, Submission } from '../../internal/client.js';
// Here at once, so that tests wait for what a form does and not for the network.
import './late.js';
import { forgetAll } from './draft.js';
import { formServer, receipt, smallService } from './fixture.js';
import { ServiceForm } from './service-form.js';

define('sewaka-service-form', ServiceForm);

// Files share a browser: each begins with nothing of another on the device.
before(async () => {
  sessionStorage.clear();
  await forgetAll();
});

/** A form on the page, driven as a person would: by names, labels and buttons. */
export interface Driver {
  readonly form: ServiceForm;
  readonly sent: { readonly body: Submission; readonly key: string }[];
  find<E extends HTMLElement>(selector: string): E;
  seen(selector: string): boolean;
  fill(values: Readonly<Record<string, string>>): void;
  click(selector: string): Promise<void>;
  next(): Promise<void>;
  title(): string;
  mistakes(): string[];
}

function enter(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) control.checked = value !== '';
  else control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Mounts a form and returns what drives it. */
export async function drive(
  options: {
    readonly service?: ServiceDefinition;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly submit?: (body: Submission) => Promise<Receipt>;
    readonly start?: Client['uploads']['start'];
    /** The form as the server has it now. */
    readonly definition?: () => ServiceDefinition;
  } = {},
): Promise<Driver> {
  const service = options.service ?? smallService();
  const sent: { body: Submission; key: string }[] = [];
  const server = formServer(service, async (body, key) => {
    sent.push({ body, key });
    return (options.submit ?? (() => Promise.resolve(receipt)))(body);
  });
  const { definition } = options;
  const client = fakeClient({ ...server, ...(definition ? { services: { get: () => Promise.resolve(definition()) } } : {}), ...(options.start ? { uploads: { start: options.start } } : {}) });
  const form = await mount<ServiceForm>('sewaka-service-form', client, {
    service: service.id,
    village: '51.71.04.2001',
    locale: 'id',
    ...options.attributes,
  });
  const find = <E extends HTMLElement>(selector: string): E => {
    const found = form.renderRoot.querySelector<E>(selector);
    if (!found) throw new Error(`not there: ${selector}`);
    return found;
  };
  await until('the service is shown', () => form.renderRoot.querySelector('.title') !== null);
  return {
    form,
    sent,
    find,
    seen: (selector) => form.renderRoot.querySelector(selector) !== null,
    fill(values) {
      for (const [name, value] of Object.entries(values)) {
        const radio = form.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"][type=radio][value="${value}"]`);
        enter(radio ?? find<HTMLInputElement>(`[name="${name}"]`), value);
      }
    },
    async click(selector) {
      find(selector).click();
      await settled(form);
    },
    async next() {
      find('form .button:not(label)').click();
      await settled(form);
    },
    title: () => find('.title').textContent ?? '',
    mistakes: () => [...form.renderRoot.querySelectorAll('[data-summary] a')].map((link) => link.textContent ?? ''),
  };
}

export const aboutYou = { fullName: 'Ni Luh Sari', nik: '5171 0451 0690 9001', 'bornOn.day': '11', 'bornOn.month': 'Juni', 'bornOn.year': '1990' };
export const atHome = { tenure: 'own', purpose: 'Melamar kerja' };

/** Fills every page up to the review. */
export async function toReview(driver: Driver): Promise<void> {
  await driver.click('[data-action=start]');
  driver.fill(aboutYou);
  await driver.next();
  driver.fill(atHome);
  await driver.next();
  driver.fill({ 'doc.ktp-el': 'bring_original' });
  await driver.next();
  driver.fill({ 'contact.phone': '0812 0000 1234' });
  await driver.next();
  driver.fill({ declaration: 'true' });
  await driver.next();
}
