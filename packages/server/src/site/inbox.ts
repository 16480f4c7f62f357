import type { FastifyInstance } from 'fastify';
import type { App } from '../context.js';
import { pageHeaders } from '../http/page-headers.js';
import { escapeHtml, page } from './html.js';

const shown = 50;

interface Message {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly body: string;
  readonly createdAt: string;
}

/** The demo's stand-in for phones: what would have gone out by SMS, newest first. Only where the demo is on. */
export function addInbox(server: FastifyInstance, app: App): void {
  if (!app.config.demo) return;
  server.get('/demo/inbox', async (request, reply) => {
    const messages = await newest(app);
    reply.header('cache-control', 'no-store');
    if (request.headers.accept?.includes('application/json'))
      return reply.type('application/json; charset=utf-8').send(JSON.stringify({ data: messages }));
    return pageHeaders(reply, 'site').send(inboxPage(messages));
  });
}

async function newest({ db }: App): Promise<readonly Message[]> {
  const rows = await db.read
    .selectFrom('demo_inbox')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(shown)
    .execute();
  return rows.map(({ created_at: createdAt, ...rest }) => ({ ...rest, createdAt }));
}

const time = new Intl.DateTimeFormat('id-ID', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Makassar' });

const inboxPage = (messages: readonly Message[]): string =>
  page({
    title: 'Kotak masuk peragaan',
    head: '<link rel="stylesheet" href="/pages/pages.css">',
    body: `<main>
<p class="eyebrow">E-Sewaka · peragaan</p>
<h1>Kotak masuk</h1>
<p>Pesan yang pada pemasangan sebenarnya terkirim ke telepon warga. <a href="/demo/inbox">Muat ulang</a></p>
${messages.length === 0 ? '<p>Belum ada pesan.</p>' : ''}
<ul class="messages">${messages
      .map(
        ({ recipient, body, createdAt }) =>
          `<li><small>${escapeHtml(recipient)} · ${escapeHtml(time.format(new Date(createdAt)))} WITA</small><p>${escapeHtml(body)}</p></li>`,
      )
      .join('')}</ul>
</main>`,
  });
