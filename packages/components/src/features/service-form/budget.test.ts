import { expect } from '@open-wc/testing';
import type { Field } from '@e-sewaka/contract';
import { clearPage, settled } from '../../internal/testing.js';
import { drive } from './driving.js';
import { smallService } from './fixture.js';

/** Fields as the measured government form has them: mostly lines, some dates, choices and long texts. */
function manyFields(count: number): Field[] {
  const label = { id: 'Kolom', en: 'Field' };
  const options = ['a', 'b', 'c'].map((value) => ({ value, label }));
  const kinds: ((name: string) => Field)[] = [
    (name) => ({ type: 'name', name, label, hint: label }),
    (name) => ({ type: 'nik', name, label }),
    (name) => ({ type: 'date', name, label }),
    (name) => ({ type: 'radios', name, label, options }),
    (name) => ({ type: 'textarea', name, label }),
    (name) => ({ type: 'select', name, label, options }),
    (name) => ({ type: 'email', name, label }),
    (name) => ({ type: 'checkboxes', name, label, options }),
  ];
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.(`field${index}`)).filter((field) => field !== undefined);
}

interface Heard {
  count: number;
  restore(): void;
}

function hearListeners(): Heard {
  const original = EventTarget.prototype.addEventListener;
  const heard: Heard = { count: 0, restore: () => (EventTarget.prototype.addEventListener = original) };
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...args: Parameters<EventTarget['addEventListener']>) {
    // A bare call is one on the window.
    if (this === undefined || this instanceof Node || this === window) heard.count += 1;
    return original.apply(this ?? window, args);
  };
  return heard;
}

async function listenersAndNodes(count: number): Promise<{ listeners: number; nodesPerField: number }> {
  const heard = hearListeners();
  const driver = await drive({ service: smallService({ steps: [{ id: 'all', title: { id: 'Semua', en: 'All' }, fields: manyFields(count) }] }) });
  await driver.click('[data-action=start]');
  await settled(driver.form);
  heard.restore();
  const nodes = [...driver.form.renderRoot.querySelectorAll('[data-field]')].reduce((sum, field) => sum + 1 + field.querySelectorAll('*').length, 0);
  clearPage();
  return { listeners: heard.count, nodesPerField: nodes / count };
}

describe('what a service form costs', () => {
  afterEach(clearPage);

  it('has at most 18 elements per field and 12 listeners at any number of fields', async () => {
    const [few, many] = [await listenersAndNodes(20), await listenersAndNodes(200)];
    expect(few.nodesPerField).to.be.at.most(18);
    expect(many.nodesPerField).to.be.at.most(18);
    expect(few.listeners).to.be.at.most(12);
    expect(many.listeners).to.equal(few.listeners);
  });

  it('leaves nothing behind after fifty mounts and removals', async () => {
    const heard = hearListeners();
    const removed: number[] = [];
    const original = EventTarget.prototype.removeEventListener;
    EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, ...args: Parameters<EventTarget['removeEventListener']>) {
      if (this === undefined || this === window) removed.push(1);
      return original.apply(this ?? window, args);
    };
    const before = document.querySelectorAll('*').length;
    for (let turn = 0; turn < 50; turn += 1) {
      const form = document.createElement('sewaka-service-form');
      document.body.append(form);
      await form.updateComplete;
      form.remove();
    }
    heard.restore();
    EventTarget.prototype.removeEventListener = original;
    expect(document.querySelectorAll('*').length).to.equal(before);
    expect(removed.length).to.be.at.least(100);
  });
});
