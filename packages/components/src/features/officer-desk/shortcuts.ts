/** Where the choice is kept. */
export const remembered = 'sewaka.desk.shortcuts';

/** Whether single keys act; remembered on this device, since WCAG 2.1.4 wants them to be switched off for good. */
export function shortcutsOn(): boolean {
  try {
    return localStorage.getItem(remembered) !== 'off';
  } catch {
    return true;
  }
}

/** The key a person meant as a shortcut; undefined while typing, or with Ctrl, Alt or Meta. */
export function shortcut(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return undefined;
  const [target] = event.composedPath();
  if (event.key === 'Escape') return event.key;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') ? undefined : event.key;
}
