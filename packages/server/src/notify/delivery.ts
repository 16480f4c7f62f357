import type { Locale } from '@e-sewaka/contract';
import type { App } from '../context.js';
import { post } from './gateway.js';

/** A message on its way to a phone. */
export interface Message {
  /** Id of its outbox entry: delivering it twice leaves one message. */
  readonly id: string;
  readonly kind: 'status' | 'reminder' | 'verification_code';
  readonly channel: 'sms' | 'whatsapp';
  readonly recipient: string;
  readonly locale: Locale;
  readonly body: string;
  readonly at?: string;
}

/**
 * Delivers a message: the demo keeps it in its inbox, since its phones may be somebody's; a real installation hands it
 * to the operator's gateway. Without one it is dropped, as the start has said.
 * @throws when the gateway did not take it
 */
export async function deliver(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, message: Message): Promise<void> {
  const { id, kind, channel, recipient, locale, body, at = app.clock().toISOString() } = message;
  const { demo, notify } = app.config;
  if (demo) {
    await app.db.transaction((tx) =>
      tx
        .insertInto('demo_inbox')
        .values({ id, channel, recipient, body, created_at: at })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute(),
    );
  } else if (notify !== undefined) {
    await post(notify, id, { id, kind, channel, to: recipient, locale, text: body, at }, app.clock());
  } else {
    app.log.debug({ messageId: id, kind }, 'no message gateway is set up');
  }
}
