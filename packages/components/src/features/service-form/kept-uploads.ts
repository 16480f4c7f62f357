import type { KeptFile } from '../../controls/upload/index.js';

export type KeptUploads = Readonly<Record<string, readonly KeptFile[]>>;

const prefix = 'sewaka:uploads:';

/**
 * Remembers the files of a draft for as long as this tab is open: arrived ones by id and size, never by name, which may be
 * somebody's; of unfinished ones only that there were some. An upload's id is all one needs to reach the file, so it must not
 * lie on the device like the rest of a draft does.
 */
export function keepUploads(draftId: string, files: KeptUploads): void {
  try {
    if (Object.keys(files).length > 0) sessionStorage.setItem(prefix + draftId, JSON.stringify(files));
    else sessionStorage.removeItem(prefix + draftId);
  } catch {
    // Frames without storage and full ones: files are chosen again after a reload.
  }
}

/** The files of a draft in this tab. */
export function keptUploads(draftId: string): KeptUploads {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + draftId) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).flatMap(([id, files]) => (Array.isArray(files) ? [[id, files.filter(isKept)]] : [])));
  } catch {
    return {};
  }
}

/** Forgets the files of all drafts in this tab. */
export function forgetUploads(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

function isKept(value: unknown): value is KeptFile {
  return typeof value === 'object' && value !== null && 'size' in value && typeof value.size === 'number' && (!('uploadId' in value) || typeof value.uploadId === 'string');
}
