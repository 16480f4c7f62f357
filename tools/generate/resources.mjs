import { generatedLine, operationsOf, pascal } from './places.mjs';
import { tableOf } from './operations.mjs';

/** The client's resources: one class per tag, one thin method per operation. Protocols with a library of their own are left out. */
export function resourcesModule(document) {
  const table = tableOf(document);
  const found = operationsOf(document).filter(({ operation }) => !operation['x-protocol']);
  const tags = document.tags.filter(({ name }) => found.some(({ operation }) => operation.tags[0] === name));
  const classes = tags.map(({ name, description }) => {
    const own = found.filter(({ operation }) => operation.tags[0] === name);
    return `/** ${description} */
export class ${pascal(name)} {
  /** Carries every call. */
  protected readonly caller: Caller;
  constructor(caller: Caller) {
    this.caller = caller;
  }
${own.map(({ operation }) => method(operation, table[operation.operationId])).join('\n')}
}`;
  });
  return `${generatedLine}import type { Input, Ok } from '@e-sewaka/contract';
import type { Call } from '../call.js';
import type { RequestOptions } from '../options.js';
import type { PagePromise } from '../pages.js';
import type { Caller, Item } from '../transport.js';

${classes.join('\n\n')}
`;
}

function method({ operationId, summary }, { wire, facts }) {
  const name = operationId.split('.')[1];
  const bare = facts.pathParams.length === 0 && facts.body === null;
  const input = bare ? `input: Input<'${operationId}'> = {}` : `input: Input<'${operationId}'>`;
  const [returns, call] = facts.paginated
    ? [`PagePromise<Item<'${operationId}'>>`, 'list']
    : facts.stream
      ? ['Promise<Response>', 'open']
      : [`Call<Ok<'${operationId}'>>`, 'call'];
  return `
  /** ${summary} \`${wire.method} ${wire.path}\` */
  ${name}(${input}, options?: RequestOptions): ${returns} {
    return this.caller.${call}('${operationId}', input, options);
  }`;
}
