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
