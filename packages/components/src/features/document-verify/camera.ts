/** Why the camera shows nothing: refused, refused to this frame by the page around it, not there, taken, or not to be had here. */
export type CameraTrouble = 'denied' | 'framed' | 'missing' | 'in_use' | 'unavailable';

/** A dense code needs many pixels, and the camera on the back. */
const wanted: MediaStreamConstraints = { audio: false, video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } };

/** Whether pages here may ask for a camera at all; not over plain http, nor in some apps' own browsers. */
export function hasCamera(): boolean {
  return typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function';
}

/** Asks for the camera; ends it at once when nobody waits for it any more. */
export async function openCamera(signal: AbortSignal): Promise<MediaStream | CameraTrouble> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    if (signal.aborted) release(stream);
    else signal.addEventListener('abort', () => release(stream), { once: true });
    return stream;
  } catch (error) {
    return troubleOf(error instanceof DOMException ? error.name : '');
  }
}

function release(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function troubleOf(name: string): CameraTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return allowedHere() ? 'denied' : 'framed';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in_use';
  return 'unavailable';
}

/** The page's own account of its frame, as Chromium gives it. */
interface Policy {
  allowsFeature(name: string): boolean;
}

const isPolicy = (value: unknown): value is Policy => typeof value === 'object' && value !== null && 'allowsFeature' in value;

/** Whether the page around a frame lets it use the camera; browsers that do not say count as a yes when not framed. */
function allowedHere(): boolean {
  const policy: unknown = Reflect.get(document, 'permissionsPolicy') ?? Reflect.get(document, 'featurePolicy');
  return isPolicy(policy) ? policy.allowsFeature('camera') : window.parent === window;
}

/** A light beside the camera. */
export interface Torch {
  turn(on: boolean): Promise<void>;
}

/** The camera's light, where there is one that pages may turn on. */
export function torchOf(stream: MediaStream): Torch | undefined {
  const [track] = stream.getVideoTracks();
  const can: object = track?.getCapabilities?.() ?? {};
  if (!track || !('torch' in can) || !can.torch) return undefined;
  const lit = (torch: boolean): MediaTrackConstraints => ({ advanced: [Object.assign<MediaTrackConstraintSet, { torch: boolean }>({}, { torch })] });
  return { turn: (on) => track.applyConstraints(lit(on)) };
}
