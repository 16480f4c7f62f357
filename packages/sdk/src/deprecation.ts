import type { ClientOptions } from './options.js';

/** Says that the server announces the end of an operation, unless its id is among those already `said`. */
export function noticeDeprecation(
  operationId: string,
  headers: Headers,
  options: Pick<ClientOptions, 'logger' | 'onDeprecation'>,
  said: Set<string>,
): void {
  const deprecation = headers.get('deprecation');
  const sunset = headers.get('sunset');
  if ((!deprecation && !sunset) || said.has(operationId)) return;
  said.add(operationId);
  const link = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
  options.onDeprecation?.({ operationId, deprecation, sunset, link });
  const message = `deprecated${sunset ? `, ends ${sunset}` : ''}${link ? `, see ${link}` : ''}`;
  (options.logger ?? console).warn?.({ event: 'deprecated', operationId, message });
}
