import { describe, expect, it } from 'vitest';
import type { components } from './generated/schema.js';
import type { Input, Ok, ProblemCode } from './operations-types.js';
import type { Service } from './service.js';

const envelope = {
  villageCode: '51.71.04.2001',
  contact: { phone: '+6281200000101' },
  trackingFactor: { kind: 'pin', value: '204816' },
  declaration: { accepted: true, textVersion: '2026-01' },
} as const;

/** Accepts what fits; the lines marked as errors fail `tsc -b` as soon as they no longer are. */
function takes<T>(...values: T[]): number {
  return values.length;
}

describe('the types of operations', () => {
  it('merge path, query and body into one flat input', () => {
    const fitting =
      takes<Input<'applications.get'>>({ applicationId: 'app_x' }) +
      takes<Input<'desk.summary'>>({}) +
      takes<Input<'regions.list'>>({}, { level: 'village', limit: 3 }) +
      takes<Input<'desk.act'>>({ applicationId: 'app_x', action: 'approve' }) +
      takes<Input<'documents.verify'>>(
        { code: 'W7K2M9QX4T' },
        { number: '470/1/I/2026', villageCode: '51.71.04.2001' },
      );
    // @ts-expect-error the path parameter is missing
    takes<Input<'applications.get'>>({});
    // @ts-expect-error there is no such parameter
    takes<Input<'regions.list'>>({ levl: 'village' });
    // @ts-expect-error an officer cannot do that
    takes<Input<'desk.act'>>({ applicationId: 'app_x', action: 'expire' });
    expect(fitting).toBe(7);
  });

  it('know the answers of each service', () => {
    const usaha = { ...envelope, serviceId: 'surat-keterangan-usaha' } as const;
    // @ts-expect-error answers are missing
    takes<Input<'applications.submit'>>({ ...usaha, answers: { fullName: 'Ni Luh Contoh' } });
    // @ts-expect-error the service has no such field
    takes<Extract<Input<'applications.submit'>, { serviceId: 'surat-keterangan-usaha' }>['answers']['favouriteColour']>(
      'blue',
    );
    // @ts-expect-error there is no such service
    takes<Input<'applications.submit'>>({ ...envelope, serviceId: 'surat-apa-saja', answers: {} });
    expect(
      takes<Input<'applications.submit'>>({
        ...envelope,
        serviceId: 'lokal-sewa-balai',
        answers: { hall: 'bale banjar' },
      }),
    ).toBe(1);
  });

  it('know what comes back and how it can fail', () => {
    const fitting =
      takes<Ok<'documents.download'>>(new Blob([])) +
      takes<Ok<'sessions.remove'>>(undefined) +
      takes<Ok<'tracking.stream'>['status']>('in_review') +
      takes<ProblemCode<'applications.get'>>('not_found') +
      takes<ProblemCode>('weak_pin');
    // @ts-expect-error reading never judges a PIN
    takes<ProblemCode<'applications.get'>>('weak_pin');
    expect(fitting).toBe(5);
  });

  it('agree with the service format written by hand', () => {
    type Published = components['schemas']['Service'];
    const there = (service: Service): Published => service;
    const back = ({ ...published }: Published): Omit<Service, 'examples'> => published;
    expect([there, back]).toHaveLength(2);
  });
});
