import { expect } from '@open-wc/testing';
import { deskClient } from '../../internal/sample-desk.js';
import { clearPage, mount, resize, until } from '../../internal/testing.js';
// Here at once, so that tests wait for what the desk does and not for the network.
import './extras.js';
import { find, press, there } from './driving.js';
import type { OfficerDesk } from './index.js';
import './index.js';

const inFront = (desk: OfficerDesk): string | undefined => find(desk, '.zones').dataset['zone'];

async function shown(): Promise<OfficerDesk> {
  const desk = await mount<OfficerDesk>('sewaka-officer-desk', deskClient());
  await until('what comes late is here', () => there(desk, 'dialog'));
  return desk;
}

describe('the way back at the desk', () => {
  before(() => resize(400, 700));
  after(() => resize(800, 600));
  beforeEach(() => (localStorage.clear(), sessionStorage.clear()));
  afterEach(clearPage);

  it('leads from decision to case to list, and forward again, without leaving the page', async () => {
    const before = location.href;
    const desk = await shown();
    await press(desk, '[data-action=select][data-value=app_1]');
    await press(desk, '[data-action=to-actions]');
    expect(inFront(desk)).to.equal('actions');
    history.back();
    await until('the case is back', () => inFront(desk) === 'case');
    history.back();
    await until('the list is back', () => inFront(desk) === 'list');
    history.forward();
    await until('the case is there again', () => inFront(desk) === 'case');
    await press(desk, '[data-action=to-list]');
    await until('the list’s own button leaves no entry behind', () => history.state === null || !('sewakaDesk' in Object(history.state)));
    expect(inFront(desk)).to.equal('list');
    expect(location.href).to.equal(before);
  });

  it('keeps a note that is being written when the page goes', async () => {
    const desk = await shown();
    await press(desk, '[data-action=select][data-value=app_1]');
    await press(desk, '[data-action=act][data-value=reject]');
    find<HTMLTextAreaElement>(desk, '[name=note]').value = 'Di luar wilayah.';
    dispatchEvent(new PageTransitionEvent('pagehide'));
    clearPage();
    const next = await shown();
    await until('the note is back', () => there(next, '[name=note]') && find<HTMLTextAreaElement>(next, '[name=note]').value === 'Di luar wilayah.');
    expect(inFront(next)).to.equal('actions');
  });
});
