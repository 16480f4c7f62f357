import { html } from 'lit';

/** The icons that no widget needs for what it shows first, drawn like those in `icons.ts`; apart, so that they wait with the code that uses them. */
export const checkIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 12.5 9.5 17 19 7.5" /></svg></span>`;
export const warningIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 9.5v4.5m0 3v.2M12 3.5 22 20.5H2L12 3.5Z" /></svg></span>`;
export const nextIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M9.5 5.5 16 12l-6.5 6.5" /></svg></span>`;
export const downIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5.5 9.5 12 16l6.5-6.5" /></svg></span>`;
export const searchIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L20.5 20.5" /></svg></span>`;
export const uploadIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 16V4.5M7 9l5-5 5 5M4.5 15.5V20h15v-4.5" /></svg></span>`;
export const downloadIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 4v11.5M7 11l5 5 5-5M4.5 15.5V20h15v-4.5" /></svg></span>`;
export const cameraIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 7.5h4l1.5-2.5h5L16 7.5h4V19H4V7.5Zm8 2.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4Z" /></svg></span>`;
export const printIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z" /></svg></span>`;
export const copyIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M8.5 8.5h11v11h-11v-11ZM15.5 8.5v-4h-11v11h4" /></svg></span>`;
export const shareIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M8.5 13.2 15.5 17M15.5 7l-7 3.8M6 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm12-6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm0 12a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" /></svg></span>`;
export const closeIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 6l12 12M18 6 6 18" /></svg></span>`;
export const refreshIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5" /></svg></span>`;
export const calendarIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 6h16v14H4V6Zm0 4.5h16M8.5 3.5v4M15.5 3.5v4" /></svg></span>`;
export const placeIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 21c4.5-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2 6 6.5 11Zm0-13.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" /></svg></span>`;
export const trashIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v6M13.5 10.5v6" /></svg></span>`;
export const globeIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM3.5 9.5h17M3.5 14.5h17M12 3c-5 5-5 13 0 18 5-5 5-13 0-18Z" /></svg></span>`;
export const displayIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm-6 10a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z" /></svg></span>`;
export const phoneIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5A15.5 15.5 0 0 1 3.5 6C3.5 4.5 4.5 3.5 6 3.5Z" /></svg></span>`;
export const shieldIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 3l7.5 2.5v6c0 4.5-3 7.7-7.5 9.5-4.5-1.8-7.5-5-7.5-9.5v-6L12 3Zm-3.5 9 2.5 2.5 4.5-5" /></svg></span>`;
export const lightIcon = html`<span class="icon"><svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M13 3 5.5 13.5H11l-1 7.5 7.5-10.5H12L13 3Z" /></svg></span>`;
