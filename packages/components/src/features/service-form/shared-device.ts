const slot = 'sewaka:shared';

/** Whether somebody has said that this device is used by others too. That lasts: the next person need not know. */
export function isShared(): boolean {
  try {
    return localStorage.getItem(slot) !== null;
  } catch {
    return false;
  }
}

/** Remembers that this device is shared, or no longer is. */
export function setShared(shared: boolean): void {
  try {
    if (shared) localStorage.setItem(slot, '1');
    else localStorage.removeItem(slot);
  } catch {
    // Frames without storage keep nothing anyway.
  }
}

/** Has the browser remember and offer what is typed, or neither: on a shared device it would offer it to the next person. */
export function offerFromMemory(form: HTMLFormElement, offer: boolean): void {
  for (const control of form.querySelectorAll<HTMLElement>('input, select, textarea')) {
    const { autofill } = control.dataset;
    if (!offer && autofill === undefined) {
      control.dataset['autofill'] = control.getAttribute('autocomplete') ?? '';
      control.setAttribute('autocomplete', 'off');
    }
    if (offer && autofill !== undefined) {
      delete control.dataset['autofill'];
      if (autofill) control.setAttribute('autocomplete', autofill);
      else control.removeAttribute('autocomplete');
    }
  }
}
