import type { Documents, Requirement } from '@e-sewaka/contract';
import type { Client, UploadTask } from '../../internal/client.js';
import { readFailure } from '../../internal/failure.js';
import { lineBack } from '../../internal/line.js';
import { newIdempotencyKey } from '../../internal/key.js';
import { isRefused, isRunning, largestFile, refusalOf, type ChosenFile, type FileNews, type FileNote, type KeptFile } from './files.js';
import { resizeImage } from './resize-image.js';

interface Work {
  readonly chosen: File;
  file: File;
  task?: UploadTask;
  /** That it waits is said once. */
  told: boolean;
}

/** Longest pause before the code that sends is asked for again, in milliseconds. */
const again = 30_000;

/** The files of a form on their way to the server, by requirement. */
export class Uploads {
  #files: ReadonlyMap<string, readonly ChosenFile[]> = new Map();
  #notes: ReadonlyMap<string, FileNote> = new Map();
  readonly #work = new Map<string, Work>();
  readonly #running = new Set<Promise<void>>();
  readonly #client: () => Client;
  readonly #changed: (news?: FileNews) => void;

  constructor(client: () => Client, changed: (news?: FileNews) => void) {
    this.#client = client;
    this.#changed = changed;
  }

  of(requirementId: string): readonly ChosenFile[] {
    return this.#files.get(requirementId) ?? [];
  }

  /** What is to be said about the last choice of files. */
  noteOn(requirementId: string): FileNote | undefined {
    return this.#notes.get(requirementId);
  }

  /** Whether something would be lost if the page closed now. */
  get running(): boolean {
    return [...this.#files.values()].flat().some(isRunning);
  }

  /** Requirements with a file that is still on its way. */
  pending(asked: readonly Requirement[]): ReadonlySet<string> {
    return new Set(asked.filter(({ id }) => this.of(id).some(isRunning)).map(({ id }) => id));
  }

  /** What is handed in, given the chosen way of each requirement. */
  documents(asked: readonly Requirement[], wayOf: (requirement: Requirement) => string): Documents {
    return Object.fromEntries(
      asked.flatMap((requirement): [string, Documents[string]][] => {
        const way = wayOf(requirement);
        if (way === 'bring_original') return [[requirement.id, { way }]];
        const uploadIds = this.of(requirement.id).flatMap(({ uploadId }) => uploadId ?? []);
        return way === 'upload' && uploadIds.length > 0 ? [[requirement.id, { way, uploadIds }]] : [];
      }),
    );
  }

  /** What a reload may take up again, by requirement: arrived files, and that others were unfinished. */
  get kept(): Readonly<Record<string, readonly KeptFile[]>> {
    const keeps = (file: ChosenFile): boolean => file.state !== 'failed' || file.refusal === 'file_lost';
    const all = [...this.#files].map(([id, files]) => [id, files.filter(keeps).map(({ uploadId, size }) => (uploadId ? { uploadId, size } : { size }))] as const);
    return Object.fromEntries(all.filter(([, files]) => files.length > 0));
  }

  /** Takes up a file that arrived earlier, or says of an unfinished one that it must be chosen again. */
  restore(requirementId: string, file: KeptFile & { readonly name: string }): void {
    if (file.uploadId !== undefined && this.of(requirementId).some(({ uploadId }) => uploadId === file.uploadId)) return;
    const state = file.uploadId === undefined ? ({ state: 'failed', percent: 0, refusal: 'file_lost' } as const) : ({ state: 'done', percent: 100 } as const);
    this.#put(requirementId, { ...file, key: newIdempotencyKey(), ...state });
  }

  /** Takes chosen files, as many as the requirement allows, in place of refused ones, and starts sending them. */
  add(requirement: Requirement, files: readonly File[]): void {
    const { id, maxFiles: max = 1 } = requirement;
    for (const { key } of this.of(id).filter(isRefused)) this.remove(id, key);
    const fresh = files.filter((file, at) => !this.#holds(id, file) && !files.slice(0, at).some((other) => isSame(other, file)));
    const room = Math.max(0, max - this.of(id).length);
    const elsewhere = fresh.slice(0, room).find((file) => [...this.#files.keys()].some((other) => this.#holds(other, file)));
    for (const file of fresh.slice(0, room)) {
      const key = newIdempotencyKey();
      this.#work.set(key, { chosen: file, file, told: false });
      this.#put(id, { key, name: file.name, size: file.size, state: 'preparing', percent: 0 });
      this.#start(id, key);
    }
    const twice = files.find((file) => !fresh.includes(file));
    if (fresh.length > room) this.#note(id, { key: 'file_too_many', params: { max, count: fresh.length - room } });
    else if (twice) this.#note(id, { key: 'file_twice', params: { name: twice.name } });
    else if (elsewhere) this.#note(id, { key: 'file_also', params: { name: elsewhere.name } });
  }

  retry(requirementId: string, key: string): void {
    this.#start(requirementId, key);
  }

  /** Stops sending until told to go on. */
  pause(requirementId: string, key: string): void {
    this.#work.get(key)?.task?.pause();
    this.#update(requirementId, key, { state: 'paused' });
  }

  resume(requirementId: string, key: string): void {
    this.#update(requirementId, key, { state: 'sending' });
    this.#work.get(key)?.task?.resume();
  }

  remove(requirementId: string, key: string): void {
    void this.#work.get(key)?.task?.abort();
    this.#work.delete(key);
    this.#notes = new Map([...this.#notes].filter(([id]) => id !== requirementId));
    this.#set(requirementId, this.of(requirementId).filter((one) => one.key !== key));
  }

  /** The server has a file no longer: it is sent again where it is still at hand, else it must be chosen again. */
  expired(requirementId: string, position: number): void {
    const file = this.of(requirementId).filter(({ uploadId }) => uploadId)[position];
    if (!file) return;
    const { key, name, size } = file;
    this.#replace(requirementId, key, { key, name, size, percent: 0, state: 'failed', refusal: 'file_expired' });
    if (this.#work.has(key)) this.#start(requirementId, key);
  }

  /** Resolves once nothing is on its way any more; what was paused goes on. */
  async settled(): Promise<void> {
    for (const [id, files] of this.#files) for (const { key } of files.filter(({ state }) => state === 'paused')) this.resume(id, key);
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Ends whatever is still being sent; what has arrived stays for a draft to take up. */
  stop(): void {
    const work = new Map(this.#work);
    this.#work.clear();
    for (const [id, files] of this.#files) {
      for (const file of files.filter(isRunning)) {
        void work.get(file.key)?.task?.abort();
        this.#replace(id, file.key, { ...file, state: 'failed', refusal: 'file_lost' });
      }
    }
  }

  /** Forgets all files: the next ones belong to another application. */
  clear(): void {
    this.stop();
    this.#files = new Map();
    this.#notes = new Map();
  }

  #holds(requirementId: string, file: File): boolean {
    return this.of(requirementId).some(({ key }) => {
      const work = this.#work.get(key);
      return work !== undefined && isSame(work.chosen, file);
    });
  }

  #start(requirementId: string, key: string): void {
    const sending = this.#send(requirementId, key).finally(() => this.#running.delete(sending));
    this.#running.add(sending);
  }

  async #send(requirementId: string, key: string): Promise<void> {
    const work = this.#work.get(key);
    if (!work) return;
    this.#update(requirementId, key, { state: 'preparing', percent: 0 });
    if (work.file.size === 0) return this.#fail(requirementId, key, 'file_refused_empty');
    work.file = await resizeImage(work.file);
    if (work.file.size > largestFile) return this.#fail(requirementId, key, 'file_refused_size');
    for (let failures = 0; this.#work.get(key) === work; failures += 1) {
      try {
        this.#update(requirementId, key, { state: 'sending', name: work.file.name, size: work.file.size });
        const { id } = await this.#task(requirementId, key, work).done;
        if (this.#work.get(key) !== work) return;
        this.#update(requirementId, key, { state: 'done', percent: 100, uploadId: id });
        return this.#tell(requirementId, key);
      } catch (error) {
        if (this.#work.get(key) !== work) return;
        const { code } = readFailure(error);
        if (code !== 'connection' && code !== 'timeout') return this.#fail(requirementId, key, refusalOf(code));
        // The code that sends did not arrive: it is fetched again once the line is back.
        this.#waits(requirementId, key, work);
        await lineBack(Math.min(again, 1_000 * 2 ** failures));
      }
    }
  }

  #task(requirementId: string, key: string, work: Work): UploadTask {
    const isPaused = (): boolean => this.of(requirementId).some((file) => file.key === key && file.state === 'paused');
    const task = this.#client().uploads.start(work.file, {
      patient: true,
      onWaiting: (waiting) => {
        if (waiting) this.#waits(requirementId, key, work);
        else if (!isPaused()) this.#update(requirementId, key, { state: 'sending' });
      },
      onProgress: ({ sent, total }) => {
        const percent = total > 0 ? Math.round((100 * sent) / total) : 0;
        this.#update(requirementId, key, isPaused() ? { percent } : { state: percent >= 100 ? 'checking' : 'sending', percent });
      },
    });
    work.task = task;
    return task;
  }

  #waits(requirementId: string, key: string, work: Work): void {
    if (this.of(requirementId).some((file) => file.key === key && file.state === 'paused')) return;
    this.#update(requirementId, key, { state: 'waiting' });
    if (!work.told) this.#tell(requirementId, key);
    work.told = true;
  }

  #fail(requirementId: string, key: string, refusal: ChosenFile['refusal'] & string): void {
    this.#update(requirementId, key, { state: 'failed', refusal });
    this.#tell(requirementId, key);
  }

  #tell(requirementId: string, key: string): void {
    const file = this.of(requirementId).find((one) => one.key === key);
    if (file) this.#changed({ file });
  }

  #note(requirementId: string, note: FileNote): void {
    this.#notes = new Map(this.#notes).set(requirementId, note);
    this.#changed({ note });
  }

  #put(requirementId: string, file: ChosenFile): void {
    this.#notes = new Map([...this.#notes].filter(([id]) => id !== requirementId));
    this.#set(requirementId, [...this.of(requirementId), file]);
  }

  #update(requirementId: string, key: string, change: Partial<ChosenFile>): void {
    const file = this.of(requirementId).find((one) => one.key === key);
    if (file) this.#replace(requirementId, key, { ...file, ...change });
  }

  #replace(requirementId: string, key: string, file: ChosenFile): void {
    this.#set(
      requirementId,
      this.of(requirementId).map((one) => (one.key === key ? file : one)),
    );
  }

  #set(requirementId: string, files: readonly ChosenFile[]): void {
    this.#files = new Map(this.#files).set(requirementId, files);
    this.#changed();
  }
}

function isSame(one: File, other: File): boolean {
  return one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
}
