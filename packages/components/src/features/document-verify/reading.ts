import { parseRegionCode } from '@e-sewaka/contract';

/** What a person typed, pasted or scanned, as the API wants it; `qrText` is there when it can be checked without a network. */
export interface Reading {
  readonly request: { readonly code: string } | { readonly jws: string } | { readonly number: string; readonly villageCode: string };
  readonly qrText?: string;
}

const jwsShape = /^[\w-]+\.[\w-]+\.[\w-]+$/u;
const codeShape = /^[\w-]{8,64}$/u;

/** Reads a code, a pasted address, or the content of a QR; undefined when it is none of these. */
export function readCode(typed: string): Reading | undefined {
  const text = typed.trim();
  const jws = text.slice(text.indexOf('#') + 1);
  if (jwsShape.test(jws)) return { request: { jws }, qrText: text };
  // Other people's QR codes hold addresses too; ours have the code after /verify/.
  const code = (/^https?:\/\//iu.test(text) ? (/\/verify\/([^/?#]+)/u.exec(text)?.[1] ?? '') : text).replace(/[\s.]+/gu, '');
  return codeShape.test(code) ? { request: { code } } : undefined;
}

/** A letter number as printed, with single slashes. */
export function cleanNumber(typed: string): string {
  return typed.trim().replace(/\s*\/\s*/gu, '/').replace(/\s+/gu, ' ');
}

/** The village a letter number names by its ten digits, where its mask has them. */
export function villageInNumber(number: string): string | undefined {
  const digits = /(?:^|\/)(51\d{8})(?:\/|$)/u.exec(number.replaceAll('.', ''))?.[1];
  return digits === undefined ? undefined : parseRegionCode(digits);
}

/** What stands behind `#` on the page: a signed code as in the QR, or `code=…`. */
export function readFragment(hash: string): Reading | undefined {
  const text = hash.replace(/^#/u, '');
  if (jwsShape.test(text)) return readCode(text);
  const code = new URLSearchParams(text).get('code');
  return code ? readCode(code) : undefined;
}
