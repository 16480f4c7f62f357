import type { FilingKey } from '../../locales/filing/index.js';
import type { Params, Translate } from '../../internal/words.js';

/** Largest file that is sent, in bytes. */
export const largestFile = 10_000_000;

/** One chosen file and how far it is. */
export interface ChosenFile {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** `waiting`: the line or the server is gone, it goes on by itself; `paused`: a person said so. */
  readonly state: 'preparing' | 'sending' | 'waiting' | 'paused' | 'checking' | 'done' | 'failed';
  readonly percent: number;
  readonly uploadId?: string;
  readonly refusal?: FilingKey;
}

/** What is to be said about a choice of files as a whole, such as one that was chosen twice. */
export interface FileNote {
  readonly key: 'file_twice' | 'file_also' | 'file_too_many';
  readonly params: Params;
}

/** Something to say once: about a file, or about a choice of files. */
export type FileNews = { readonly file: ChosenFile } | { readonly note: FileNote };

/** The arrived and the unfinished files of one requirement: an unfinished one has no id. */
export interface KeptFile {
  readonly size: number;
  readonly uploadId?: string;
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

/** Why the server does not take a file, in a key of the words. */
export function refusalOf(code: string): FilingKey {
  return refusals[code] ?? 'file_refused_network';
}

/** Whether a file can never be taken as it is: sending it again would not help. */
export function isRefused({ state, refusal }: ChosenFile): boolean {
  return state === 'failed' && refusal !== undefined && refusal !== 'file_refused_network';
}

/** Whether a file is on its way. */
export function isRunning({ state }: ChosenFile): boolean {
  return state !== 'done' && state !== 'failed';
}

/** Size in words; 1 MB = 1,000,000 bytes as phones count. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1).replace('.0', '').replace('.', ',')} MB`;
}

/** What people who hear the page are told. */
export function newsWords(say: Translate<FilingKey>, news: FileNews): string {
  if ('note' in news) return say(news.note.key, news.note.params);
  const { name, state, refusal } = news.file;
  if (state === 'done') return say('file_announce_done', { name });
  if (state === 'waiting') return say('file_announce_waiting', { name });
  return say('file_announce_failed', { name, reason: say(refusal ?? 'file_failed', { size: sizeWords(largestFile) }) });
}
