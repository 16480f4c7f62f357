/** A random UUID, also on pages without a secure context, where `crypto.randomUUID` is missing. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return [4, 6, 8, 10].reduce((text, at, dashes) => `${text.slice(0, at * 2 + dashes)}-${text.slice(at * 2 + dashes)}`, hex.join(''));
}
