/** Starts every story without drafts that an earlier one left on the device. */
export function forgetDrafts(): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('e-sewaka');
    // A page that is still writing closes the database by itself a moment later.
    for (const event of ['success', 'error']) request.addEventListener(event, () => resolve());
  });
}
