import type { Input, Ok, OperationId } from '@e-sewaka/contract';
import type { Call } from './call.js';
import { Applications, Identity, Regions, Services, Sessions, Villages } from './generated/resources.js';
import type { ClientOptions, RequestOptions } from './options.js';
import { Desk, Documents, Tracking, Uploads } from './resources.js';
import { Transport, type Caller } from './transport.js';

/** The public side of a resource; anything with the same methods fits, which is what tests need. */
export type Surface<T> = { readonly [K in keyof T]: T[K] };

/** A client of one server. */
export interface ESewakaClient {
  readonly applications: Surface<Applications>;
  readonly desk: Surface<Desk>;
  readonly documents: Surface<Documents>;
  readonly identity: Surface<Identity>;
  readonly regions: Surface<Regions>;
  readonly services: Surface<Services>;
  readonly sessions: Surface<Sessions>;
  readonly tracking: Surface<Tracking>;
  readonly uploads: Surface<Uploads>;
  readonly villages: Surface<Villages>;
  /** Calls any operation of the contract by its id. */
  request<K extends OperationId>(operationId: K, input: Input<K>, options?: RequestOptions): Call<Ok<K>>;
  /** The same client with some options changed; tokens are shared where `auth` stays the same. */
  with(options: ClientOptions): ESewakaClient;
}

/**
 * Makes a client. In a browser it talks to the page's own origin unless told otherwise; elsewhere `baseUrl` is needed.
 *
 * @throws TypeError when `baseUrl` is missing or no URL.
 * @example
 * const client = createClient({ baseUrl: 'https://desa.example' });
 * const service = await client.services.get({ serviceId: 'surat-keterangan-domisili' });
 */
export function createClient(options: ClientOptions = {}): ESewakaClient {
  return clientOf(new Transport(options));
}

function clientOf(caller: Caller): ESewakaClient {
  return {
    applications: new Applications(caller),
    desk: new Desk(caller),
    documents: new Documents(caller),
    identity: new Identity(caller),
    regions: new Regions(caller),
    services: new Services(caller),
    sessions: new Sessions(caller),
    tracking: new Tracking(caller),
    uploads: new Uploads(caller),
    villages: new Villages(caller),
    request: (operationId, input, options) => caller.call(operationId, input, options),
    with: (options) => clientOf(caller.with(options)),
  };
}
