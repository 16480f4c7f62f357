/** Where drafts lie on the device: the same names as in `draft.ts`, which is not needed to see that there are none. */
const name = 'e-sewaka';
const store = 'drafts';

/**
 * Whether something is kept on this device under a key, or under one that goes on from it. Makes nothing: where there is no
 * database yet, none comes into being.
 */
export async function anythingKept(key: string): Promise<boolean> {
  try {
    // Browsers of before 2024 may not tell; opening does.
    if ('databases' in indexedDB && !(await indexedDB.databases()).some((database) => database.name === name)) return false;
    return await counted(key);
  } catch {
    // Private windows refuse storage; the form works without a draft.
    return false;
  }
}

function counted(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const none = (): void => resolve(false);
    const request = indexedDB.open(name);
    // Asked for because there is none yet.
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = none;
    request.onblocked = none;
    request.onsuccess = () => {
      const { result: database } = request;
      const done = (count: number): void => {
        database.close();
        resolve(count > 0);
      };
      if (!database.objectStoreNames.contains(store)) return done(0);
      const counting = database.transaction(store).objectStore(store).count(IDBKeyRange.bound(key, `${key}|\uffff`));
      counting.onsuccess = () => done(counting.result);
      counting.onerror = () => done(0);
    };
  });
}
