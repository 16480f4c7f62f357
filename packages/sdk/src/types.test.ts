import { expect, expectTypeOf, it } from 'vitest';
import { createClient } from './index.js';
import type { Call, ESewakaClient, Input, Ok, Page } from './index.js';

const client = createClient({ baseUrl: 'http://127.0.0.1:9' });

const submission = {
  serviceId: 'surat-keterangan-domisili',
  villageCode: '51.71.04.2001',
  contact: { phone: '+6281200000001' },
  trackingFactor: { kind: 'phone', value: '+6281200000001' },
  declaration: { accepted: true, textVersion: '1' },
  answers: {
    fullName: 'I Wayan Contoh',
    nik: '5171041203909001',
    kk: '5171041506159001',
    birthPlace: 'Denpasar',
    bornOn: '1990-03-12',
    sex: 'male',
    occupation: 'Karyawan swasta',
    address: { street: 'Jalan Contoh No. 1', villageCode: '51.71.04.2001' },
    residentSince: '2015-06-15',
    tenure: 'own',
    sameAsCard: 'yes',
    purpose: 'Membuka rekening bank',
  },
} satisfies Input<'applications.submit'>;

/** Compiled, never run: `tsc` fails when an expected error is none. */
export function wrongInputs(): void {
  // @ts-expect-error an answer the service does not ask for
  void client.applications.submit({ ...submission, answers: { ...submission.answers, shoeSize: 42 } });
  // @ts-expect-error not one of the options
  void client.applications.submit({ ...submission, answers: { ...submission.answers, tenure: 'castle' } });
  // @ts-expect-error a number where the service asks for digits as text
  void client.applications.submit({ ...submission, answers: { ...submission.answers, nik: 5171041203909001 } });
  // @ts-expect-error an answer is missing
  void client.applications.submit({ ...submission, answers: { fullName: 'I Wayan Contoh' } });
  // @ts-expect-error the answers of another service
  void client.applications.submit({ ...submission, serviceId: 'surat-keterangan-usaha' });
  // @ts-expect-error there is no such service
  void client.applications.submit({ ...submission, serviceId: 'surat-cinta' });
  // @ts-expect-error the path needs an id
  void client.applications.get({});
  // @ts-expect-error there is no such status
  void client.applications.list({ status: ['lost'] });
  // @ts-expect-error a watch needs the second factor
  void client.tracking.watch({ code: 'ABCD' });
}

/** Compiled, never run. */
export function rightInputs(): void {
  void client.applications.submit(submission);
  void client.applications.submit({ ...submission, serviceId: 'lokal-izin-keramaian', answers: { anything: 'goes' } });
  void client.tracking.watch({ accessToken: 'set_x' });
  void client.desk.act({ applicationId: 'app_x', action: 'approve' }, { ifMatch: '"r1"' });
}

it('types what calls take and give', () => {
  expectTypeOf(client.applications.submit).returns.toEqualTypeOf<Call<Ok<'applications.submit'>>>();
  expectTypeOf<Ok<'applications.submit'>['trackingCode']>().toEqualTypeOf<string>();
  expectTypeOf<Ok<'documents.download'>>().toEqualTypeOf<Blob>();
  expectTypeOf<Awaited<ReturnType<ESewakaClient['regions']['list']>>>().toExtend<Page<{ readonly code: string }>>();
  expect(typeof client.applications.submit).toBe('function');
});
