import { html } from 'lit';

/**
 * Decorative icons on a 24 grid, drawn with the current colour. Each is one export, so that a widget carries only its own.
 * A drawing stands whole inside an element: Lit looks at the first element of a template and at those with expressions, and
 * the first look at an SVG element makes the browser set up 25 KiB of objects.
 */
export const alertIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 7.5v6m0 3v.5M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z" /></svg></span>`;
/** The line of `alertIcon`, for those that draw it without a template. */
export const alertPath = 'M12 7.5v6m0 3v.5M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z';
export const infoIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 11v6m0-10v.5M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z" /></svg></span>`;
export const backIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M14.5 5.5 8 12l6.5 6.5" /></svg></span>`;
export const fileIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 3.5h8l4.5 4.5v12.5H6v-17Zm7.5 0V8.5h5" /></svg></span>`;
export const clockIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 7v5.5l3.5 2M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z" /></svg></span>`;
export const editIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4.5 19.5l1-4L16 5l3 3L8.5 18.5l-4 1Z" /></svg></span>`;
export const offlineIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 4l16 16M2.5 9.5a14 14 0 0 1 5-3M21.5 9.5a14 14 0 0 0-9-3.9M6 13.5a9 9 0 0 1 4-2.4M18 13.5l-1.5-1.2M12 19v.2" /></svg></span>`;
export const walletIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 7h15v12H4V7Zm0 0 11-3.5V7M15 12.5h4v2h-4v-2Z" /></svg></span>`;
