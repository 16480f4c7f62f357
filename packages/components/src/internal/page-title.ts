let original: string | undefined;

/** Puts words before the page's own title, as `words – title`; several calls do not pile up. */
export function setPageTitle(words: string): void {
  original ??= document.title;
  document.title = original ? `${words} – ${original}` : words;
}

/** Gives the page its own title back. */
export function restorePageTitle(): void {
  if (original === undefined) return;
  document.title = original;
  original = undefined;
}
