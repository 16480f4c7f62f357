import { expect } from '@open-wc/testing';
import { filingWords } from '../../locales/filing/index.js';
import { declarationVersion } from './own-fields.js';

/** The words each version stood for; applications name the version only. */
const declared: Readonly<Record<string, string>> = {
  '1': 'Data yang saya berikan benar, dan saya menyetujui pemrosesannya untuk layanan ini. Keterangan palsu dalam surat resmi dapat dikenai sanksi hukum.',
};

describe('the declaration', () => {
  it('has a new version whenever its words change', async () => {
    await filingWords.load('id');
    const words = `${filingWords.say('id', 'declaration_label')}. ${filingWords.say('id', 'declaration_hint')}`;
    expect(words).to.equal(declared[declarationVersion]);
  });
});
