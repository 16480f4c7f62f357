/** Reads `#code=…` of the page's address; undefined when there is none. */
export function codeInFragment(hash: string): string | undefined {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get('code')?.trim();
  return value || undefined;
}

/** The address without its code, so that it stays in no history, bookmark or screenshot. */
export function withoutCode(address: string): string {
  const url = new URL(address);
  const kept = new URLSearchParams(url.hash.replace(/^#/, ''));
  kept.delete('code');
  url.hash = kept.toString();
  return url.href;
}
