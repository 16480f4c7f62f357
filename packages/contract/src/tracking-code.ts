/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BODY = 19;

/** Makes a tracking code of 20 characters from at least 12 random bytes: 95 random bits and a check character. */
export function createTrackingCode(random: Uint8Array): string {
  if (random.length < 12) throw new RangeError('a tracking code needs 12 random bytes');
  let bits = 0n;
  for (const byte of random.subarray(0, 12)) bits = (bits << 8n) | BigInt(byte);
  let body = '';
  for (let i = 0; i < BODY; i += 1) body += ALPHABET.charAt(Number((bits >> BigInt(5 * i)) & 31n));
  return body + checkCharacter(body);
}

/**
 * The check character of a code body: a weighted sum over GF(32), which notices any one wrong character
 * and any two exchanged ones.
 */
export function checkCharacter(body: string): string {
  let sum = 0;
  for (const character of body) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) throw new RangeError('not a base 32 character');
    sum = double(sum) ^ value;
  }
  return ALPHABET.charAt(double(sum));
}

/** Reads a typed code in any case, with spaces and dashes, O for 0 and I or L for 1; undefined when the check character does not fit. */
export function parseTrackingCode(typed: string): string | undefined {
  if (typed.length > 200) return undefined;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]+/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{20}$/u.test(code)) return undefined;
  return checkCharacter(code.slice(0, BODY)) === code.charAt(BODY) ? code : undefined;
}

/** Shows a code in groups: `XXXX-XXXX-XXXX-XXXX-XXXX`; one that is grouped already stays as it is. */
export function formatTrackingCode(code: string): string {
  return code.replaceAll('-', '').match(/.{1,4}/gsu)?.join('-') ?? '';
}

// Multiplication by the generator in GF(32) with x⁵ + x² + 1.
function double(value: number): number {
  return (value << 1) ^ (value & 16 ? 0b100101 : 0);
}
