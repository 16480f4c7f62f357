import type { UploadOptions as TusOptions } from 'tus-js-client';
import { AbortedError, ConnectionError, ESewakaError, UploadError } from './errors.js';
import { lineBack } from './line.js';
import { pause } from './pause.js';
import { Sender } from './sender.js';

/** How far a file is: bytes sent of bytes in all. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

/** How an upload is followed and ended. */
export interface UploadOptions {
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** The name shown to officers; default: the file's own. */
  readonly name?: string | undefined;
  /** Goes on by itself for as long as it takes when the line or the server is gone, instead of failing after some seconds. */
  readonly patient?: boolean | undefined;
  /** Says that a patient upload now waits for the line or the server, and that it goes on again. */
  readonly onWaiting?: ((waiting: boolean) => void) | undefined;
}

/** A running upload. */
export interface RunningUpload<T> {
  /** Settles once the server has looked at the content: with the upload when it is clean, else with an `UploadError`. */
  readonly done: Promise<T>;
  pause(): void;
  resume(): void;
  /** Ends it and has the server throw away what it has. */
  abort(): Promise<void>;
}

/** What the server says about an upload. */
export interface UploadState {
  readonly state: 'receiving' | 'checking' | 'clean' | 'refused';
  readonly refusal?: string;
}

/** What an upload asks the server, beside sending the bytes. */
export interface UploadServer<T extends UploadState> {
  readonly endpoint: string;
  headers(): Readonly<Record<string, string>>;
  get(uploadId: string, signal: AbortSignal): Promise<T>;
}

/** Bytes per request; the server accepts at most 16 MiB. */
const chunkSize = 8 * 1024 * 1024;
/** How long the server may take to look at the content, in milliseconds. */
const checkLimit = 120_000;

/** Sends a file by tus 1.0, goes on where it broke off, and waits for the server's verdict on the content. */
export function startUpload<T extends UploadState>(
  file: Blob,
  server: UploadServer<T>,
  options: UploadOptions = {},
): RunningUpload<T> {
  const controller = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, controller.signal]) : controller.signal;
  const sender = new Sender(options, signal);
  let removed: Promise<void> | undefined;
  const done = send(file, server, options, sender, signal).then((uploadId) => verdict(server, uploadId, options, signal));
  // Whoever aborts need not listen to `done` as well.
  done.catch(() => undefined);
  const remove = (): void => {
    removed = sender.remove();
  };
  signal.addEventListener('abort', remove, { once: true });
  return {
    done,
    pause: () => sender.pause(),
    resume: () => sender.resume(),
    abort: async () => {
      controller.abort();
      await removed;
    },
  };
}

async function send<T extends UploadState>(
  file: Blob,
  server: UploadServer<T>,
  options: UploadOptions,
  sender: Sender,
  signal: AbortSignal,
): Promise<string> {
  const { Upload } = await import('tus-js-client');
  const bytes = typeof document === 'undefined' ? Buffer.from(await file.arrayBuffer()) : file;
  if (signal.aborted) throw new AbortedError();
  return new Promise((resolve, reject) => {
    const upload = new Upload(bytes, {
      ...settings(file, server, options, sender),
      onSuccess: () => {
        sender.end();
        resolve(idOf(upload.url));
      },
      onError: (error) => sender.failed(uploadError(error), reject),
    });
    signal.addEventListener('abort', () => reject(new AbortedError()), { once: true });
    sender.take(upload);
  });
}

function settings<T extends UploadState>(file: Blob, server: UploadServer<T>, options: UploadOptions, sender: Sender): TusOptions {
  const filename = options.name ?? ('name' in file && typeof file.name === 'string' ? file.name : 'file');
  return {
    endpoint: server.endpoint,
    chunkSize,
    metadata: { filename, filetype: file.type || 'application/octet-stream' },
    headers: { ...server.headers() },
    // A patient upload has its own way of trying again, which also bears a missing line.
    retryDelays: options.patient ? null : [500, 1_000, 3_000, 5_000, 8_000],
    // A fingerprint in localStorage would tell the next person at a shared computer what was sent.
    storeFingerprintForResuming: false,
    onProgress: (sent, total) => {
      sender.moved();
      options.onProgress?.({ sent, total });
    },
  };
}

async function verdict<T extends UploadState>(
  server: UploadServer<T>,
  uploadId: string,
  options: UploadOptions,
  signal: AbortSignal,
): Promise<T> {
  for (let waited = 0, next = 100; waited < checkLimit; waited += next, next = Math.min(2_000, next * 1.5)) {
    const upload = await asked(server, uploadId, options, signal);
    if (upload.state === 'clean') return upload;
    if (upload.state === 'refused') throw new UploadError(upload.refusal ?? 'refused');
    await pause(next, signal);
  }
  throw new UploadError('check_timed_out', { retryable: true });
}

/** Asks the server about an upload; a patient one asks until there is an answer. */
async function asked<T extends UploadState>(
  server: UploadServer<T>,
  uploadId: string,
  { patient, onWaiting }: UploadOptions,
  signal: AbortSignal,
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      const upload = await server.get(uploadId, signal);
      if (failures > 0) onWaiting?.(false);
      return upload;
    } catch (error) {
      if (!patient || signal.aborted || !(error instanceof ESewakaError) || !error.retryable) throw error;
      if (failures === 0) onWaiting?.(true);
      await lineBack(failures + 1, signal);
    }
  }
}

function idOf(url: string | null): string {
  return url?.split('/').at(-1) ?? '';
}

/** tus's own errors show the request; only the status is kept. */
function uploadError(error: Error): ESewakaError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  const status = hasStatus(response) ? response.getStatus() : 0;
  if (status === 0) return new ConnectionError({ operationId: 'uploads.append' });
  const codes: Readonly<Record<number, string>> = { 413: 'too_large', 415: 'type_not_accepted', 429: 'rate_limited' };
  return new UploadError(codes[status] ?? `status_${status}`, {
    operationId: 'uploads.append',
    // 409 and 423: the connection that broke off still holds the file for a moment.
    retryable: status >= 500 || [409, 423, 429].includes(status),
  });
}

function hasStatus(response: unknown): response is { getStatus(): number } {
  return (
    typeof response === 'object' &&
    response !== null &&
    'getStatus' in response &&
    typeof response.getStatus === 'function'
  );
}
