import type { FileStore } from '@tus/file-store';
import type { Server } from '@tus/server';
import type { App } from '../../context.js';
import type { Db } from '../../db/index.js';
import { newId } from '../../ids.js';
import { judge } from './judge.js';
import { placesOf } from './places.js';

/** An upload that is still on its way. */
export interface Incoming {
  readonly id: string;
  readonly size: number;
  readonly received: number;
  readonly name: string;
  readonly declaredType: string | undefined;
}

interface Receiver {
  readonly server: Server;
  readonly files: FileStore;
}

const receivers = new WeakMap<Db, Promise<Receiver>>();
const hoursToFinish = 24;

/** The tus 1.0 server of an installation: it takes bytes in, and judges each file before it says that it is done. */
export function receiverOf(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>): Promise<Receiver> {
  const receiver = receivers.get(app.db) ?? openReceiver(app);
  receivers.set(app.db, receiver);
  return receiver;
}

/** The libraries are loaded with the first upload, so that starting stays quick. */
async function openReceiver(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>): Promise<Receiver> {
  const [{ FileStore }, { Server }] = await Promise.all([import('@tus/file-store'), import('@tus/server')]);
  const files = new FileStore({ directory: placesOf(app).incoming, expirationPeriodInMilliseconds: hoursToFinish * 3_600_000 });
  const server = new Server({
    path: '/v1/uploads',
    datastore: files,
    maxSize: app.config.uploadLimit,
    relativeLocation: true,
    namingFunction: () => newId('upl'),
    allowedOrigins: () => false,
    async onUploadFinish(_, upload) {
      const size = upload.size ?? upload.offset;
      await judge(app, { id: upload.id, size, ...namesOf(upload.metadata) }).catch((error: unknown) => {
        // The bytes are safe; whoever asks for the upload next, or the sweep, has it judged again.
        app.log.error({ uploadId: upload.id, reason: error instanceof Error ? error.message : 'unknown' }, 'upload not judged yet');
      });
      return {};
    },
  });
  return { server, files };
}

/** Reads how far an upload has come; undefined when there is none by that id. */
export async function readIncoming(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, id: string): Promise<Incoming | undefined> {
  const { files } = await receiverOf(app);
  const upload = await files.getUpload(id).catch(() => undefined);
  if (upload === undefined) return undefined;
  return { id, size: upload.size ?? 0, received: upload.offset, ...namesOf(upload.metadata) };
}

function namesOf(metadata: Readonly<Record<string, string | null>> | undefined): { name: string; declaredType: string | undefined } {
  return { name: metadata?.['filename'] ?? metadata?.['name'] ?? '', declaredType: metadata?.['filetype'] ?? metadata?.['type'] ?? undefined };
}
