import { hasCamera, openCamera, torchOf, type CameraTrouble, type Torch } from './camera.js';
import { readLetterFile, type LetterFile } from './letter-file.js';
import { qrReader, type QrReader } from './qr-reader.js';

/** What the scanner is at: nothing, waiting for the person's leave, looking through the camera, reading a file. */
export type Scanning = 'off' | 'asking' | 'looking' | 'reading';

/** Why nothing came of it; `left` when the page went out of sight, `nothing` when a file shows no code. */
export type ScanTrouble = CameraTrouble | 'left' | 'nothing' | 'unknown';

/** Between two looks a phone may rest. */
const pause = 150;
/** How long one look may take, in milliseconds: at the camera the next picture comes at once. */
const glance = 120;

/** Reads the QR of a letter by camera, or from a photo or PDF; all on the device. */
export class Scanner {
  state: Scanning = 'off';
  trouble: ScanTrouble | undefined;
  /** Whether the camera's light is on; undefined where there is none. */
  light: boolean | undefined;
  readonly #show: () => Promise<HTMLVideoElement | null>;
  #ending: AbortController | undefined;
  #torch: Torch | undefined;

  /** `show` presents the state and answers with the video element, if there is one now. */
  constructor(show: () => Promise<HTMLVideoElement | null>) {
    this.#show = show;
  }

  /** The text of the first QR that the camera sees; undefined when it was ended, or `trouble` says why. */
  async useCamera(): Promise<string | undefined> {
    const signal = this.#begin('asking');
    // Fetched while the person is still being asked.
    const reader = qrReader();
    reader.catch(() => undefined);
    const stream = hasCamera() ? await openCamera(signal) : 'unavailable';
    if (signal.aborted) return undefined;
    if (typeof stream === 'string') return this.stop(stream);
    this.#torch = torchOf(stream);
    this.light = this.#torch && false;
    this.state = 'looking';
    stream.getVideoTracks()[0]?.addEventListener('ended', () => this.stop('in_use'), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.stop('left'), { signal });
    const video = await this.#show();
    if (!video || signal.aborted) return this.stop();
    video.srcObject = stream;
    try {
      await video.play();
      return await this.#watch(video, await reader, signal);
    } catch {
      return signal.aborted ? undefined : this.stop('unavailable');
    }
  }

  /** What a chosen file says; undefined when it was left for something else. */
  async useFile(file: File): Promise<LetterFile | undefined> {
    const signal = this.#begin('reading');
    const found = await readLetterFile(file).catch(() => ({ text: undefined, hash: undefined }));
    if (signal.aborted) return undefined;
    this.stop(found.text === undefined ? 'nothing' : undefined);
    return found;
  }

  /** Turns the camera's light on or off. */
  async switchLight(): Promise<void> {
    const on = !this.light;
    await this.#torch?.turn(on).then(
      () => (this.light = on),
      () => (this.light = undefined),
    );
    await this.#show();
  }

  /** Ends whatever runs and gives the camera back. */
  stop(trouble?: ScanTrouble): undefined {
    this.#ending?.abort();
    this.#ending = undefined;
    this.#torch = undefined;
    this.state = 'off';
    this.light = undefined;
    this.trouble = trouble;
    void this.#show();
  }

  #begin(state: Scanning): AbortSignal {
    this.#ending?.abort();
    this.#ending = new AbortController();
    this.state = state;
    this.trouble = undefined;
    void this.#show();
    return this.#ending.signal;
  }

  async #watch(video: HTMLVideoElement, read: QrReader, signal: AbortSignal): Promise<string | undefined> {
    while (!signal.aborted) {
      const text = await read({ source: video, width: video.videoWidth, height: video.videoHeight }, glance);
      if (signal.aborted) return undefined;
      if (text) {
        this.stop();
        return text;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return undefined;
  }
}
