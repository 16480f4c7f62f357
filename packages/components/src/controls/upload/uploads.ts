import type { Documents, Requirement } from '@e-sewaka/contract';
import type { Client, UploadTask } from '../../internal/client.js';
import type { FilingKey } from '../../locales/filing/index.js';
import { newIdempotencyKey } from '../../internal/key.js';
import { resizeImage } from './resize-image.js';

/** Largest file that is sent, in bytes. */
export const largestFile = 10_000_000;

/** One chosen file and how far it is. */
export interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly state: 'preparing' | 'sending' | 'checking' | 'done' | 'failed';
  readonly percent: number;
  readonly uploadId?: string;
  readonly refusal?: FilingKey;
}

interface Work {
  file: File;
  task?: UploadTask;
}

const refusals: Readonly<Record<string, FilingKey>> = {
  type_not_accepted: 'file_refused_type',
  type_mismatch: 'file_refused_type',
  damaged: 'file_refused_damaged',
  too_large: 'file_refused_size',
  too_many_pixels: 'file_refused_size',
  encrypted: 'file_refused_encrypted',
  active_content: 'file_refused_content',
};

/** Whether a file can never be taken as it is: sending it again would not help. */
export function isRefused({ state, refusal }: ChosenFile): boolean {
  return state === 'failed' && refusal !== undefined && refusal !== 'file_refused_network';
}

/** The files of a form on their way to the server, by requirement. */
export class Uploads {
  #files: ReadonlyMap<string, readonly ChosenFile[]> = new Map();
  readonly #work = new Map<string, Work>();
  readonly #running = new Set<Promise<void>>();
  readonly #client: () => Client;
  readonly #changed: (file?: ChosenFile) => void;

  constructor(client: () => Client, changed: (settled?: ChosenFile) => void) {
    this.#client = client;
    this.#changed = changed;
  }

  of(requirementId: string): readonly ChosenFile[] {
    return this.#files.get(requirementId) ?? [];
  }

  /** Requirements with a file that is still on its way. */
  pending(asked: readonly Requirement[]): ReadonlySet<string> {
    return new Set(asked.filter(({ id }) => this.of(id).some(({ state }) => state !== 'done' && state !== 'failed')).map(({ id }) => id));
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

  /** What has arrived, by requirement. */
  get arrived(): Readonly<Record<string, readonly { readonly uploadId: string; readonly size: number }[]>> {
    const done = [...this.#files].map(([id, files]) => [id, files.flatMap(({ uploadId, size }) => (uploadId ? [{ uploadId, size }] : []))] as const);
    return Object.fromEntries(done.filter(([, files]) => files.length > 0));
  }

  /** Takes up a file that arrived earlier. */
  restore(requirementId: string, file: { readonly uploadId: string; readonly size: number; readonly name: string }): void {
    if (this.of(requirementId).some(({ uploadId }) => uploadId === file.uploadId)) return;
    this.#put(requirementId, { ...file, key: newIdempotencyKey(), state: 'done', percent: 100 });
  }

  /** Takes chosen files, as many as the requirement allows, in place of refused ones, and starts sending them. */
  add(requirement: Requirement, files: readonly File[]): void {
    for (const { key } of this.of(requirement.id).filter(isRefused)) this.remove(requirement.id, key);
    const room = (requirement.maxFiles ?? 1) - this.of(requirement.id).length;
    for (const file of files.slice(0, Math.max(0, room))) {
      const key = newIdempotencyKey();
      this.#work.set(key, { file });
      this.#put(requirement.id, { key, name: file.name, size: file.size, state: 'preparing', percent: 0 });
      this.#start(requirement.id, key);
    }
  }

  retry(requirementId: string, key: string): void {
    this.#start(requirementId, key);
  }

  remove(requirementId: string, key: string): void {
    void this.#work.get(key)?.task?.abort();
    this.#work.delete(key);
    this.#set(requirementId, this.of(requirementId).filter((one) => one.key !== key));
  }

  /** Resolves once nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Ends whatever is still being sent; what has arrived stays for a draft to take up. */
  stop(): void {
    const arrived = new Set([...this.#files.values()].flat().flatMap(({ key, state }) => (state === 'done' ? [key] : [])));
    for (const [key, { task }] of this.#work) if (!arrived.has(key)) void task?.abort();
    this.#work.clear();
  }

  #start(requirementId: string, key: string): void {
    const sending = this.#send(requirementId, key).finally(() => this.#running.delete(sending));
    this.#running.add(sending);
  }

  async #send(requirementId: string, key: string): Promise<void> {
    const work = this.#work.get(key);
    if (!work) return;
    const update = (change: Partial<ChosenFile>): void => this.#update(requirementId, key, change);
    update({ state: 'preparing', percent: 0 });
    if (work.file.size === 0) return this.#fail(requirementId, key, 'file_refused_empty');
    work.file = await resizeImage(work.file);
    if (work.file.size > largestFile) return this.#fail(requirementId, key, 'file_refused_size');
    update({ state: 'sending', name: work.file.name, size: work.file.size });
    try {
      work.task = this.#client().uploads.start(work.file, {
        onProgress: ({ sent, total }) => {
          const percent = total > 0 ? Math.round((100 * sent) / total) : 0;
          update(percent >= 100 ? { state: 'checking', percent } : { percent });
        },
      });
      const { id } = await work.task.done;
      update({ state: 'done', percent: 100, uploadId: id });
      this.#changed(this.of(requirementId).find((file) => file.key === key));
    } catch (error) {
      const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
      this.#fail(requirementId, key, refusals[code] ?? 'file_refused_network');
    }
  }

  #fail(requirementId: string, key: string, refusal: FilingKey): void {
    this.#update(requirementId, key, { state: 'failed', refusal });
    this.#changed(this.of(requirementId).find((file) => file.key === key));
  }

  #put(requirementId: string, file: ChosenFile): void {
    this.#set(requirementId, [...this.of(requirementId), file]);
  }

  #update(requirementId: string, key: string, change: Partial<ChosenFile>): void {
    this.#set(
      requirementId,
      this.of(requirementId).map((file) => (file.key === key ? { ...file, ...change } : file)),
    );
  }

  #set(requirementId: string, files: readonly ChosenFile[]): void {
    this.#files = new Map(this.#files).set(requirementId, files);
    this.#changed();
  }
}
