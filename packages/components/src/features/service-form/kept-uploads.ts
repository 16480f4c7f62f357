/** A file that has arrived: its id on the server and its size; never its name, which may be somebody's. */
export interface KeptFile {
  readonly uploadId: string;
  readonly size: number;
}

export type KeptUploads = Readonly<Record<string, readonly KeptFile[]>>;

const slot = (draftId: string): string => `sewaka:uploads:${draftId}`;

/**
 * Remembers arrived files of a draft for as long as this tab is open. An upload's id is all one needs to reach the file,
 * so it must not lie on a shared device like the rest of a draft does.
 */
export function keepUploads(draftId: string, files: KeptUploads): void {
  try {
    if (Object.keys(files).length > 0) sessionStorage.setItem(slot(draftId), JSON.stringify(files));
    else sessionStorage.removeItem(slot(draftId));
  } catch {
    // Frames without storage and full ones: files are chosen again after a reload.
  }
}

/** The arrived files of a draft in this tab. */
export function keptUploads(draftId: string): KeptUploads {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(slot(draftId)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).flatMap(([id, files]) => (Array.isArray(files) ? [[id, files.filter(isKept)]] : [])));
  } catch {
    return {};
  }
}

function isKept(value: unknown): value is KeptFile {
  return typeof value === 'object' && value !== null && 'uploadId' in value && typeof value.uploadId === 'string' && 'size' in value && typeof value.size === 'number';
}
