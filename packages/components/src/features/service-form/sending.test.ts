import { expect } from '@open-wc/testing';
import { clearPage, expectAccessible, settled, until, wordsOf } from '../../internal/testing.js';
import { drive, toReview } from './driving.js';
import { receipt, smallService } from './fixture.js';

function refusal(facts: object): Error {
  return Object.assign(new Error('refused'), facts);
}

describe('sending an application', () => {
  afterEach(clearPage);

  it('makes one submission of a double click', async () => {
    let answer: (() => void) | undefined;
    const driver = await drive({ submit: () => new Promise((resolve) => (answer = () => resolve(receipt))) });
    await toReview(driver);
    const button = driver.find('form .button');
    button.click();
    button.click();
    await settled(driver.form);
    button.click();
    await settled(driver.form);
    expect(wordsOf(driver.form)).to.contain('Sedang mengirim');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await expectAccessible(driver.form);
    answer?.();
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent).to.have.length(1);
  });

  it('has the browser’s Back lead out of the form once it is sent', async () => {
    const steps: (number | undefined)[] = [];
    const { go } = history;
    history.go = (by) => void steps.push(by);
    try {
      const driver = await drive();
      await toReview(driver);
      await driver.next();
      await until('the code is shown', () => driver.seen('[data-code]'));
      history.back();
      await until('it was told to go on', () => steps.length > 0);
      // Six pages were entered: from the fifth to the page before the form.
      expect(steps).to.deep.equal([-6]);
      expect(driver.seen('[data-code]')).to.equal(true);
    } finally {
      history.go = go;
    }
  });

  it('waits when the line is gone and sends the same application with the same key', async () => {
    let calls = 0;
    const driver = await drive({ submit: () => (calls++ === 0 ? Promise.reject(refusal({ kind: 'connection' })) : Promise.resolve(receipt)) });
    await toReview(driver);
    await driver.next();
    expect(wordsOf(driver.form)).to.contain('Belum terkirim');
    await expectAccessible(driver.form);
    window.dispatchEvent(new Event('online'));
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent).to.have.length(2);
    expect(driver.sent[0]).to.deep.equal(driver.sent[1]);
  });

  it('keeps the answers when the server fails, and says so', async () => {
    const driver = await drive({ submit: () => Promise.reject(refusal({ status: 500, code: 'internal_error' })) });
    const codes: string[] = [];
    driver.form.addEventListener('sewaka-error', (event) => codes.push(event.code));
    await toReview(driver);
    await driver.next();
    await until('the failure is told', () => driver.seen('[data-failed]'));
    expect(wordsOf(driver.form)).to.contain('Isian Anda masih ada').and.to.contain('gangguan di pihak kami');
    expect(codes).to.deep.equal(['internal_error']);
    expect(driver.form.shadowRoot?.activeElement).to.equal(driver.find('[data-failed]'));
    await expectAccessible(driver.form);
    await driver.click('[data-action=send]');
    expect(driver.sent[0]?.key).to.equal(driver.sent[1]?.key);
  });

  it('asks before it sends a second application under a new key', async () => {
    const answers = [Promise.reject(refusal({ status: 422, code: 'idempotency_key_reused' })), Promise.resolve(receipt)];
    answers[0]?.catch(() => undefined);
    const driver = await drive({ submit: () => answers.shift() ?? Promise.resolve(receipt) });
    await toReview(driver);
    await driver.next();
    await until('the question is asked', () => driver.seen('[data-action=send-as-new]'));
    await driver.click('[data-action=send-as-new]');
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent[0]?.key).not.to.equal(driver.sent[1]?.key);
  });

  it('sends nothing when the page cancels', async () => {
    const driver = await drive();
    driver.form.addEventListener('sewaka-submit', (event) => event.preventDefault());
    await toReview(driver);
    await driver.next();
    expect(driver.sent).to.have.length(0);
    expect(driver.title()).to.equal('Periksa jawaban Anda sebelum mengajukan');
  });
});

describe('an application that cannot be sent at once', () => {
  afterEach(clearPage);

  it('asks to leave the page open, and has the browser ask before it closes', async () => {
    const driver = await drive({ submit: () => Promise.reject(refusal({ kind: 'connection' })) });
    const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await toReview(driver);
    expect(asks()).to.equal(false);
    await driver.next();
    expect(wordsOf(driver.form)).to.contain('Biarkan halaman ini terbuka');
    expect(asks()).to.equal(true);
    driver.form.remove();
    expect(asks()).to.equal(false);
  });

  it('is sent by itself when the server has too much to do', async () => {
    let calls = 0;
    const driver = await drive({ submit: () => (calls++ === 0 ? Promise.reject(refusal({ status: 503, code: 'unavailable', retryAfter: 1 })) : Promise.resolve(receipt)) });
    await toReview(driver);
    await driver.next();
    expect(wordsOf(driver.form)).to.contain('Server belum terjangkau');
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent[0]).to.deep.equal(driver.sent[1]);
  });

  it('is not made twice when the server has one of this draft already', async () => {
    const driver = await drive({ submit: () => Promise.reject(refusal({ status: 422, code: 'validation_failed', issues: [{ pointer: '/draftId', code: 'already_submitted' }] })) });
    await toReview(driver);
    await driver.next();
    await until('the question is asked', () => driver.seen('[data-action=send-as-new]'));
    expect(wordsOf(driver.form)).to.contain('sudah terkirim dari perangkat ini');
    await expectAccessible(driver.form);
  });

  it('goes on with every answer when the form has changed meanwhile', async () => {
    let version = 3;
    const service = smallService();
    const driver = await drive({ service, submit: (body) => (body.serviceVersion === 4 ? Promise.resolve(receipt) : Promise.reject(refusal({ status: 409, code: 'service_version_outdated' }))), definition: () => ({ ...service, version }) });
    await toReview(driver);
    await driver.next();
    version = 4;
    await until('the way out is shown', () => driver.seen('[data-action=reload]'));
    await driver.click('[data-action=reload]');
    await until('the review is back', () => driver.title() === 'Periksa jawaban Anda sebelum mengajukan');
    await driver.next();
    await until('the code is shown', () => driver.seen('[data-code]'));
    expect(driver.sent[1]?.body.answers).to.deep.equal(driver.sent[0]?.body.answers);
  });
});
