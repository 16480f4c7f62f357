import { createHmac } from 'node:crypto';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { lookup as resolveName, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Where notices go, and the key with which they are signed. */
export interface GatewaySettings {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
}

const patience = 5_000;
const nowhere = new BlockList();
for (const [network, bits] of [['0.0.0.0', 8], ['169.254.0.0', 16], ['224.0.0.0', 3]] as const) nowhere.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [['::', 128], ['fe80::', 10], ['ff00::', 8], ['fd00:ec2::', 32]] as const) nowhere.addSubnet(network, bits, 'ipv6');
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const within = (list: BlockList, address: string): boolean => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
const isLoopbackHost = (host: string): boolean => host === 'localhost' || (isIP(host) > 0 && within(loopback, host));

/**
 * Says why notices cannot go to an address; undefined when they can: https, or this machine for trials. The operator
 * names the address, so a gateway in the own network is fine; the addresses of cloud metadata never are.
 */
export function gatewayObjection(address: string): string | undefined {
  if (!URL.canParse(address)) return 'must be a URL';
  const url = new URL(address);
  const host = hostOf(url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHost(host))) return 'must be https';
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'must carry no password and no #';
  return isIP(host) > 0 && within(nowhere, host) ? 'must not be a link-local, multicast or empty address' : undefined;
}

/** Resolves names for a host and refuses where no gateway can be; what is resolved here is what is connected to. */
export function guardedLookup(host: string) {
  return (
    name: string,
    options: LookupOptions,
    done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
  ): void => {
    resolveName(name, { ...options, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      const bad = found.some(({ address }) => within(nowhere, address) || (within(loopback, address) && !isLoopbackHost(host)));
      const [first] = found;
      if (bad || first === undefined) return done(new Error('the gateway has an address that is not allowed'), []);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
}

/** Signs a message as Standard Webhooks has it: HMAC-SHA-256 over id, time and body. */
export function sign(secret: string, message: { readonly id: string; readonly timestamp: number; readonly body: string }): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${message.id}.${message.timestamp}.${message.body}`).digest('base64')}`;
}

/**
 * Posts one message, signed; its id is the same at every attempt, so that the gateway can tell a repeat.
 * @throws on anything but 2xx within five seconds; redirects are not followed, and the answer's body is not read
 */
export function post({ url, secret }: GatewaySettings, id: string, content: object, now: Date): Promise<void> {
  const target = new URL(url);
  const body = JSON.stringify(content);
  const timestamp = Math.floor(now.getTime() / 1000);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'E-Sewaka',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign(secret, { id, timestamp, body }),
  };
  const send = target.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    const sent = send(target, { method: 'POST', headers, signal, agent: false, lookup: guardedLookup(hostOf(target)) }, (answer) => {
      const { statusCode = 0 } = answer;
      answer.destroy();
      if (statusCode >= 200 && statusCode < 300) resolve();
      else reject(new Error(`the gateway answered ${statusCode}`));
    });
    sent.on('error', reject).end(body);
  });
}
