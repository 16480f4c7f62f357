import { parseTrackingCode } from '@e-sewaka/contract';

/** Reads `#code=…` of the page's address; undefined when there is none. */
export function codeInFragment(hash: string): string | undefined {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get('code');
  return value?.trim() ? value.trim() : undefined;
}
