import { home, submissionFor, type Bench } from './testing.js';
import type { Resident } from '../population/registry.js';

/** What a sample call of each operation acts upon. */
export interface Things {
  readonly applicationId: string;
  readonly documentId: string;
  readonly uploadId: string;
  readonly person: Resident;
}

/** One well-formed request of an operation. */
export interface SampleCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
}

const consent = { accepted: true, textVersion: '1' };

/** A well-formed request of every JSON operation, by id; tus and streams speak their own protocols. */
export function sampleCalls(bench: Bench, things: Things): Readonly<Record<string, SampleCall>> {
  const { applicationId, documentId, uploadId, person } = things;
  const { trackingFactor, ...submission } = submissionFor(bench, person);
  const { serviceId, answers, documents } = submission;
  const own = `/v1/applications/${applicationId}`;
  const desk = `/v1/desk/applications/${applicationId}`;
  const { nik, kk, bornOn } = person;
  return {
    'regions.list': { method: 'GET', url: '/v1/regions?level=village&limit=5' },
    'regions.get': { method: 'GET', url: `/v1/regions/${home}` },
    'villages.list': { method: 'GET', url: '/v1/villages?limit=3' },
    'villages.get': { method: 'GET', url: `/v1/villages/${home}` },
    'services.list': { method: 'GET', url: `/v1/services?village=${home}` },
    'services.get': { method: 'GET', url: `/v1/services/${serviceId}` },
    'services.checkRequirements': { method: 'POST', url: `/v1/services/${serviceId}/requirements`, body: { answers } },
    'applications.validate': { method: 'POST', url: '/v1/applications/validation', body: { serviceId, answers, documents } },
    'applications.submit': { method: 'POST', url: '/v1/applications', body: { ...submission, trackingFactor } },
    'applications.list': { method: 'GET', url: '/v1/applications?limit=5' },
    'applications.get': { method: 'GET', url: own },
    'applications.correct': { method: 'PUT', url: `${own}/answers`, body: { answers, documents } },
    'applications.withdraw': { method: 'POST', url: `${own}/withdrawal`, body: { reason: 'Tidak jadi.' } },
    'applications.listEvents': { method: 'GET', url: `${own}/events` },
    'tracking.open': { method: 'POST', url: '/v1/tracking/sessions', body: { code: '0000-0000-0000-0000-0000', factor: trackingFactor } },
    'tracking.get': { method: 'GET', url: '/v1/tracking/application' },
    'identity.verify': { method: 'POST', url: '/v1/identity/verifications', body: { nik, kk, bornOn, purpose: 'lookup', consent } },
    'identity.confirm': { method: 'POST', url: `/v1/identity/verifications/ver_${'a'.repeat(26)}/confirmation`, body: { code: '123456' } },
    'uploads.get': { method: 'GET', url: `/v1/uploads/${uploadId}` },
    'documents.verify': { method: 'POST', url: '/v1/documents/verification', body: { number: '470/001', villageCode: home } },
    'documents.keys': { method: 'GET', url: '/v1/.well-known/jwks.json' },
    'documents.get': { method: 'GET', url: `/v1/documents/${documentId}` },
    'documents.download': { method: 'GET', url: `/v1/documents/${documentId}/content` },
    'desk.list': { method: 'GET', url: '/v1/desk/applications?limit=100' },
    'desk.search': { method: 'POST', url: '/v1/desk/search', body: { query: person.name, limit: 100 } },
    'desk.summary': { method: 'GET', url: '/v1/desk/summary' },
    'desk.get': { method: 'GET', url: desk },
    'desk.claim': { method: 'POST', url: `${desk}/claim` },
    'desk.release': { method: 'DELETE', url: `${desk}/claim` },
    'desk.act': { method: 'POST', url: `${desk}/actions`, body: { action: 'approve' } },
    'desk.previewNumber': { method: 'GET', url: `${desk}/letter-number` },
    'desk.downloadFile': { method: 'GET', url: `${desk}/files/${uploadId}` },
    'desk.revokeDocument': { method: 'POST', url: `/v1/desk/documents/${documentId}/revocation`, body: { reason: 'Nama keliru.' } },
    'sessions.get': { method: 'GET', url: '/v1/session' },
    'sessions.extend': { method: 'POST', url: '/v1/session/extension' },
    'sessions.remove': { method: 'DELETE', url: '/v1/session' },
  };
}
