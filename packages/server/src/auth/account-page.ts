import { escapeHtml, page } from '../site/html.js';
import type { Account, AccountGroup } from './accounts.js';

const styles = '<link rel="stylesheet" href="/pages/pages.css">';

const choice = (uid: string, account: Account): string => `<li>
<form method="post" action="/auth/accounts/${encodeURIComponent(uid)}/${encodeURIComponent(account.id)}">
<button type="submit"><strong>${escapeHtml(account.title)}</strong><span>${escapeHtml(account.name)}</span></button>
</form>
</li>`;

const group = (
  uid: string,
  { title, accounts }: AccountGroup,
  open: boolean,
): string => `<details${open ? ' open' : ''}>
<summary>${escapeHtml(title)} <small>${accounts.length} akun</small></summary>
<ul class="accounts">${accounts.map((account) => choice(uid, account)).join('')}</ul>
</details>`;

/** The page on which one picks a synthetic officer, with one click. */
export const accountPage = (uid: string, groups: readonly AccountGroup[]): string =>
  page({
    title: 'Masuk sebagai petugas contoh',
    head: styles,
    body: `<main>
<p class="eyebrow">E-Sewaka · peragaan</p>
<h1>Masuk sebagai siapa?</h1>
<p>Semua akun di bawah ini rekaan, untuk mencoba meja layanan. Pada pemasangan sebenarnya, petugas masuk dengan akun resminya.</p>
${groups.map((each, index) => group(uid, each, index === 0)).join('\n')}
</main>`,
  });

/** The page behind a sign-in that is too old, was used already, or was refused. */
export const expiredPage = (reason?: string): string =>
  page({
    title: 'Tidak dapat masuk',
    head: styles,
    body: `<main>
<p class="eyebrow">E-Sewaka</p>
<h1>Tidak dapat masuk</h1>
<p>Waktu masuk sudah habis atau tautan sudah dipakai. Silakan mulai lagi.</p>
${reason === undefined ? '' : `<p><small>${escapeHtml(reason)}</small></p>`}
<p><a class="button" href="/auth/login">Mulai lagi</a></p>
</main>`,
  });
