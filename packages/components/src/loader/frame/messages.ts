/** What a frame tells the page around it; never an answer, a code or an id. */
export type FromFrame =
  | { readonly sewaka: 'ready' }
  | { readonly sewaka: 'height'; readonly height: number }
  | { readonly sewaka: 'focus'; readonly top: number; readonly height: number }
  | { readonly sewaka: 'submitted' };

/** What the page around a frame tells it: that it is there and will listen. */
export interface FromHost {
  readonly sewaka: 'hello';
}

const fields = { ready: [], height: ['height'], focus: ['top', 'height'], submitted: [] } as const;

/** Whether data of a message is one of ours; anybody may send anything. */
export function isFromFrame(data: unknown): data is FromFrame {
  const kind = kindOf(data);
  if (kind !== 'ready' && kind !== 'height' && kind !== 'focus' && kind !== 'submitted') return false;
  return fields[kind].every((name) => Number.isFinite(Reflect.get(Object(data), name)));
}

/** Whether data of a message is a greeting. */
export const isFromHost = (data: unknown): data is FromHost => kindOf(data) === 'hello';

const kindOf = (data: unknown): unknown => (typeof data === 'object' && data !== null && 'sewaka' in data ? data.sewaka : undefined);
