/** One object store of this origin, as promises; undefined where the browser refuses storage (private windows, full disks). */
export class DeviceStore {
  readonly #database: string;
  readonly #store: string;
  readonly #keyPath: string | undefined;

  constructor(database: string, store: string, keyPath?: string) {
    this.#database = database;
    this.#store = store;
    this.#keyPath = keyPath;
  }

  get(key: string): Promise<unknown> {
    return this.#with<unknown>('readonly', (store) => store.get(key));
  }

  async put(value: unknown, key?: string): Promise<boolean> {
    return (await this.#with('readwrite', (store) => store.put(value, key))) !== undefined;
  }

  async remove(key: string): Promise<void> {
    await this.#with('readwrite', (store) => store.delete(key));
  }

  async clear(): Promise<void> {
    await this.#with('readwrite', (store) => store.clear());
  }

  /** Puts a value only if what lies there now may be replaced, in one transaction: two tabs never overwrite each other unseen. */
  async replace(key: string, value: unknown, mayReplace: (found: unknown) => boolean): Promise<'done' | 'kept' | 'refused'> {
    let kept = false;
    const answer = await this.#with<unknown>('readwrite', (store) => {
      const reading = store.get(key);
      reading.onsuccess = () => {
        if (mayReplace(reading.result)) store.put(value);
        else kept = true;
      };
      return reading;
    }, true);
    return answer === undefined ? 'refused' : kept ? 'kept' : 'done';
  }

  async #with<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>, whole = false): Promise<T | true | undefined> {
    try {
      const database = await this.#open();
      return await new Promise<T | true>((resolve, reject) => {
        const transaction = database.transaction(this.#store, mode);
        const request = work(transaction.objectStore(this.#store));
        transaction.oncomplete = () => resolve(whole ? true : request.result);
        transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB gave up'));
      }).finally(() => database.close());
    } catch {
      return undefined;
    }
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(this.#store, this.#keyPath === undefined ? {} : { keyPath: this.#keyPath });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('IndexedDB refused'));
      request.onblocked = () => reject(new Error('IndexedDB is blocked'));
    });
  }
}
