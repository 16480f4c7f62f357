import { pascal } from './places.mjs';

/** Puts one submission schema per service into the document, told apart by `serviceId`, and one for `lokal-` services. */
export function mergeServices(document, services) {
  const { schemas } = document.components;
  const members = {};
  for (const { service, schema } of services) {
    const name = pascal(service.id);
    schemas[`${name}Answers`] = { ...schema, 'x-service-version': service.version };
    schemas[`${name}Submission`] = member(
      schemas.SubmissionEnvelope,
      `${service.title.id}: an application to be filed.`,
      {
        serviceId: { type: 'string', const: service.id },
        answers: { $ref: `#/components/schemas/${name}Answers`, 'x-pii': true },
      },
    );
    members[service.id] = `#/components/schemas/${name}Submission`;
  }
  schemas.LokalServiceId = {
    type: 'string',
    description: "Id of a village's own service.",
    'x-prefix': 'lokal-',
    maxLength: 60,
    pattern: '^lokal-[a-z0-9-]{1,54}$',
  };
  schemas.LokalSubmission = {
    description: "An application for a village's own service; its definition describes the answers.",
    allOf: [
      { $ref: '#/components/schemas/SubmissionEnvelope' },
      {
        type: 'object',
        required: ['serviceId'],
        properties: { serviceId: { $ref: '#/components/schemas/LokalServiceId' } },
      },
    ],
  };
  if (services.length > 0) {
    schemas.CatalogSubmission = {
      description:
        'An application for a service of the catalogue, told apart by `serviceId`, with the exact schema of its answers.',
      oneOf: Object.values(members).map(($ref) => ({ $ref })),
      discriminator: { propertyName: 'serviceId', mapping: members },
    };
  }
  const kinds = services.length > 0 ? ['CatalogSubmission', 'LokalSubmission'] : ['LokalSubmission'];
  schemas.ApplicationSubmission = {
    description: 'An application to be filed. `SubmissionEnvelope` is what all of them have in common.',
    'x-envelope': 'SubmissionEnvelope',
    oneOf: kinds.map((name) => ({ $ref: `#/components/schemas/${name}` })),
  };
  const body = document.paths['/v1/applications'].post.requestBody.content['application/json'];
  body.examples = Object.fromEntries(
    services.map(({ service }) => [service.id, example(service)]).filter(([, one]) => one),
  );
}

function member(envelope, description, properties) {
  return { ...envelope, description, properties: { ...envelope.properties, ...properties } };
}

function example(service) {
  const [valid] = service.examples.valid;
  if (!valid) return undefined;
  const documents = service.requirements
    .filter((one) => one.required !== false && !one.when)
    .map((one) => [
      one.id,
      one.ways.includes('bring_original')
        ? { way: 'bring_original' }
        : { way: 'upload', uploadIds: ['upl_k3m5p7r2t4v6x2z4b6d2f4h6j2'] },
    ]);
  const phone = '+6281200000101';
  return {
    summary: `${service.title.en}: ${valid.name}`,
    value: {
      serviceId: service.id,
      serviceVersion: service.version,
      villageCode:
        service.offered.villages?.[0] ??
        (service.offered.kinds?.includes('desa') === false ? '51.71.01.1001' : '51.71.04.2001'),
      answers: valid.answers,
      documents: Object.fromEntries(documents),
      contact: { phone, whatsapp: true },
      trackingFactor: { kind: 'phone', value: phone },
      locale: 'id',
      declaration: { accepted: true, textVersion: '2026-01' },
    },
  };
}
