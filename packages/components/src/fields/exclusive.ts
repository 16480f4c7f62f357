/** Keeps an exclusive option alone: called for a `change` inside a group of checkboxes. */
export function keepExclusive(changed: HTMLInputElement, group: Element): void {
  if (!changed.checked) return;
  const alone = changed.hasAttribute('data-exclusive');
  for (const other of group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    if (other !== changed && (alone || other.hasAttribute('data-exclusive'))) other.checked = false;
  }
}
