/**
 * A fresh key for one logical call. Keep it (with a draft, say) and pass it as `idempotencyKey` to repeat that very
 * call safely after a reload.
 */
export function newIdempotencyKey(): string {
  // `randomUUID` is missing on plain-http pages, where village sites still live.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
