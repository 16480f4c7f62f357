import { DeviceStore } from './device.js';

/** Something encrypted, as it lies on the device. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const algorithm = 'AES-GCM';
// In a database of their own: without its key a draft is noise, whatever becomes of the record itself.
const keys = new DeviceStore('e-sewaka-keys', 'keys');

/** Whether this page can encrypt: only secure contexts can. */
export function canSeal(): boolean {
  return globalThis.isSecureContext && crypto.subtle !== undefined;
}

/** Encrypts under the key of that name, made when there is none; undefined where this is not possible. */
export async function seal(name: string, value: unknown): Promise<Sealed | undefined> {
  if (!canSeal()) return undefined;
  const key = (await keyOf(name)) ?? (await newKey(name));
  if (!key) return undefined;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: algorithm, iv, additionalData: utf8(name) }, key, utf8(JSON.stringify(value)));
  return { iv, bytes };
}

/** What was sealed; undefined once the key is gone. */
export async function unseal(name: string, { iv, bytes }: Sealed): Promise<unknown> {
  const key = canSeal() ? await keyOf(name) : undefined;
  if (!key) return undefined;
  try {
    const plain = await crypto.subtle.decrypt({ name: algorithm, iv, additionalData: utf8(name) }, key, bytes);
    const value: unknown = JSON.parse(new TextDecoder().decode(plain));
    return value;
  } catch {
    return undefined;
  }
}

/** Throws one key away: what it sealed can be read no more. */
export async function forgetKey(name: string): Promise<void> {
  await keys.remove(name);
}

/** Throws all keys away. */
export async function forgetKeys(): Promise<void> {
  await keys.clear();
}

async function keyOf(name: string): Promise<CryptoKey | undefined> {
  const found = await keys.get(name);
  return found instanceof CryptoKey ? found : undefined;
}

async function newKey(name: string): Promise<CryptoKey | undefined> {
  const key = await crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);
  // Some private windows store no keys: better nothing personal than a draft that nobody can open.
  return (await keys.put(key, name)) ? key : undefined;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
