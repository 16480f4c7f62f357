import type { ClientOptions } from './options.js';

/** Says once for each operation that the server announces its end. */
export class DeprecationNotices {
  readonly #said = new Set<string>();
  readonly #options: Pick<ClientOptions, 'logger' | 'onDeprecation'>;

  constructor(options: Pick<ClientOptions, 'logger' | 'onDeprecation'>) {
    this.#options = options;
  }

  notice(operationId: string, headers: Headers): void {
    const deprecation = headers.get('deprecation');
    const sunset = headers.get('sunset');
    if ((!deprecation && !sunset) || this.#said.has(operationId)) return;
    this.#said.add(operationId);
    const link = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? null;
    this.#options.onDeprecation?.({ operationId, deprecation, sunset, link });
    const message = `deprecated${sunset ? `, ends ${sunset}` : ''}${link ? `, see ${link}` : ''}`;
    (this.#options.logger ?? console).warn?.({ event: 'deprecated', operationId, message });
  }
}
