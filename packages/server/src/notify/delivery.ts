import type { App } from '../context.js';

/** A message on its way to a phone. */
export interface Message {
  /** Id of its outbox entry: delivering it twice leaves one message. */
  readonly id: string;
  readonly channel: 'sms' | 'whatsapp';
  readonly recipient: string;
  readonly body: string;
  readonly at?: string;
}

/**
 * Delivers a message. The demo keeps it in its inbox; a real installation has no gateway yet, and says so in the log
 * without telling who or what.
 */
export async function deliver(app: Pick<App, 'config' | 'db' | 'clock' | 'log'>, message: Message): Promise<void> {
  if (!app.config.demo) {
    app.log.warn({ messageId: message.id, channel: message.channel }, 'no message gateway is set up');
    return;
  }
  const { id, channel, recipient, body, at } = message;
  await app.db.transaction((tx) =>
    tx
      .insertInto('demo_inbox')
      .values({ id, channel, recipient, body, created_at: at ?? app.clock().toISOString() })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute(),
  );
}
