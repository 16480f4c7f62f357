/** Starts every story without drafts, and without the decision about a shared device, that an earlier one left. */
export function forgetDrafts(): Promise<void> {
  localStorage.removeItem('sewaka:shared');
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase('e-sewaka');
    // A page that is still writing closes the database by itself a moment later.
    for (const event of ['success', 'error']) request.addEventListener(event, () => resolve());
  });
}
