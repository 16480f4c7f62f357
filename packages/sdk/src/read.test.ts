import { expect, it } from 'vitest';
import { createReader } from './read.js';

function answering(...answers: (Response | Error)[]): { fetch: typeof fetch; urls: string[] } {
  const urls: string[] = [];
  return {
    urls,
    fetch: (input) => {
      urls.push(input instanceof Request ? input.url : input.toString());
      const answer = answers.shift();
      return answer instanceof Response ? Promise.resolve(answer) : Promise.reject(answer ?? new TypeError('no answer'));
    },
  };
}

it('reads with its input in path and query', async () => {
  const { fetch, urls } = answering(Response.json({ id: 'a' }));
  const reader = createReader({ baseUrl: 'https://desa.example', fetch });
  await reader.services.get({ serviceId: 'a/b', village: '51.71.04.2001' });
  expect(urls).toEqual(['https://desa.example/v1/services/a%2Fb?village=51.71.04.2001']);
});

it('tries again what may pass by itself', async () => {
  const { fetch, urls } = answering(new TypeError('offline'), new Response('', { status: 503 }), Response.json({ data: [] }));
  const reader = createReader({ baseUrl: 'https://desa.example', fetch });
  expect(await reader.villages.list({ limit: 100 })).toEqual({ data: [] });
  expect(urls).toHaveLength(3);
});

it('throws the problem code at once when the server refuses', async () => {
  const { fetch, urls } = answering(Response.json({ code: 'not_found' }, { status: 404, headers: { 'x-request-id': 'r1' } }));
  const reader = createReader({ baseUrl: 'https://desa.example', fetch });
  await expect(reader.services.get({ serviceId: 'x' })).rejects.toMatchObject({ kind: 'api', status: 404, code: 'not_found', requestId: 'r1' });
  expect(urls).toHaveLength(1);
});

it('says that a page came instead of data', async () => {
  const { fetch } = answering(new Response('<html>', { status: 200 }));
  const reader = createReader({ baseUrl: 'https://desa.example', fetch });
  await expect(reader.services.list()).rejects.toMatchObject({ kind: 'decode' });
});
