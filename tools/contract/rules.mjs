import { operationsOf, resolve } from '../generate/places.mjs';

/** What the rest of the house relies on in every operation: each rule gives `{ message, at }` with a path into the document. */
export const rules = {
  'identifier-in-url': (document) =>
    each(document, ({ parameters }) =>
      parameters
        .filter((one) => (one.in === 'path' || one.in === 'query') && identifying.test(one.name))
        .map((one) => `${one.name} would put a personal identifier into a URL`),
    ),

  'unkeyed-creation': (document) =>
    each(document, ({ method, operation, parameters }) =>
      method === 'post' &&
      !hasHeader(parameters, 'Idempotency-Key') &&
      !['natural', 'safe', 'none'].includes(operation['x-idempotency'])
        ? ['a POST takes an Idempotency-Key or says under x-idempotency why not']
        : [],
    ),

  'unpaged-list': (document) =>
    each(document, ({ operation, parameters }) => {
      const list = /\.list/.test(operation.operationId);
      if (!list && operation['x-pagination'] === undefined) return [];
      // What is searched for may be personal: such a list is asked for in the body.
      const sent = resolve(document, operation.requestBody?.content?.['application/json']?.schema)?.properties ?? {};
      const asked = [...parameters.filter((one) => one.in === 'query').map((one) => one.name), ...Object.keys(sent)];
      const body = resolve(document, success(operation)?.content?.['application/json']?.schema);
      const whole =
        operation['x-pagination'] === 'cursor' &&
        asked.includes('cursor') &&
        asked.includes('limit') &&
        body?.properties?.data &&
        body.properties.page;
      return whole ? [] : ['a list has x-pagination, cursor and limit, and answers { data, page }'];
    }),

  'unguarded-change': (document) =>
    each(document, ({ method, operation, parameters }) =>
      ['put', 'patch', 'delete'].includes(method) &&
      !hasHeader(parameters, 'If-Match') &&
      !['none', 'upload_offset'].includes(operation['x-precondition'])
        ? ['a change takes If-Match or says under x-precondition what stands in for it']
        : [],
    ),

  'operation-name': (document) =>
    each(document, ({ operation }) => {
      const [resource, verb] = operation.operationId.split('.');
      return /^[a-z]{3,20}$/.test(resource) &&
        /^[a-z][A-Za-z]{2,29}$/.test(verb ?? '') &&
        operation.tags.length === 1 &&
        operation.tags[0] === resource
        ? []
        : [`${operation.operationId} is not <tag>.<verb>`];
    }),

  'problem-media': (document) =>
    each(document, ({ method, operation }) =>
      Object.entries(operation.responses).flatMap(([status, response]) => {
        const media = Object.keys(resolve(document, response).content ?? {});
        const refusal = status >= '400';
        if (refusal ? media.join() === 'application/problem+json' : !media.includes('application/problem+json'))
          return [];
        return [
          `${method} ${status} answers ${media.join(', ') || 'nothing'}; refusals, and only they, are application/problem+json`,
        ];
      }),
    ),

  'private-in-public': (document) =>
    each(document, ({ operation }) => {
      if (operation['x-audience'] !== 'public') return [];
      const content = success(operation)?.content ?? {};
      return Object.values(content)
        .flatMap(({ schema }) => privateNames(document, schema))
        .map((name) => `${name} is personal and the reply is public`);
    }),

  marks: (document) =>
    each(document, ({ operation }) => {
      const own = Object.keys(operation).filter((key) => key.startsWith('x-'));
      return [
        ...own
          .filter((key) => (key === 'x-lifetime' ? !isLifetime(operation[key]) : marks[key]?.includes(operation[key]) !== true))
          .map((key) => `${key} is not known, or not with this value`),
        ...((operation.deprecated === true) === ('x-lifetime' in operation) ? [] : ['deprecated and x-lifetime stand together']),
        ...(operation['x-audience'] === undefined ? ['x-audience says who reads the reply'] : []),
        ...(Array.isArray(operation.security) ? [] : ['security is written out, [] for everybody']),
      ];
    }),

  'missing-example': (document) =>
    each(document, ({ operation }) => {
      const places = [['the request', operation.requestBody], ...Object.entries(operation.responses)];
      return places.flatMap(([name, place]) =>
        Object.entries(resolve(document, place)?.content ?? {})
          .filter(
            ([media, { examples }]) => /json|event-stream/.test(media) && Object.keys(examples ?? {}).length === 0,
          )
          .map(([media]) => `${name} has no example of ${media}`),
      );
    }),
};

const identifying =
  /^(nik|noNik|kk|noKk|npwp|nib|nip|bpjs|ktp|phone|email|bornOn|birthDate|fullName|name|trackingCode)$/i;

/** Our marks on operations, and what each may say. */
const marks = {
  'x-audience': ['public', 'applicant', 'officer'],
  'x-retry': ['safe', 'before-processing', 'never'],
  'x-idempotency': ['natural', 'safe', 'none'],
  'x-precondition': ['none', 'upload_offset'],
  'x-pagination': ['cursor'],
  'x-stream': [true],
  'x-protocol': ['tus'],
};

/** Since when an operation is deprecated, until when it answers, and where the way out is described. */
function isLifetime(value) {
  const { deprecatedOn, endsOn = '9999-12-31', see, ...rest } = value ?? {};
  const days = [deprecatedOn, endsOn].every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)));
  return days && deprecatedOn < endsOn && /^https:\/\/\S+$/.test(see) && Object.keys(rest).length === 0;
}

function each(document, judge) {
  return operationsOf(document).flatMap((found) =>
    judge(found).map((message) => ({ message, at: ['paths', found.path, found.method] })),
  );
}

function hasHeader(parameters, name) {
  return parameters.some((one) => one.in === 'header' && one.name === name && one.required);
}

function success(operation) {
  return Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
}

/** Personal properties reachable from a schema that are not masked. */
function privateNames(document, schema, seen = new Set(), name = '') {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const target = resolve(document, schema);
  if (schema['x-masked'] || target['x-masked']) return [];
  if (schema['x-pii'] || target['x-pii']) return [name || 'the reply'];
  const parts = ['items', 'additionalProperties', 'allOf', 'oneOf', 'anyOf'].flatMap((key) => target[key] ?? []);
  return [
    ...Object.entries(target.properties ?? {}).flatMap(([key, property]) =>
      privateNames(document, property, seen, key),
    ),
    ...parts.flatMap((part) => privateNames(document, part, seen, name)),
  ];
}
