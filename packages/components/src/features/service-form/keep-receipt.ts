import type { Receipt } from '../../internal/client.js';
import type { Clerk } from './clerk.js';
import { receiptText, type Confirmation } from './confirmation-page.js';
import { wayOf } from './documents-page.js';
import type { FormView } from './view.js';

/** What the confirmation shows; `tracker` is the page that tracks. */
export function receiptOf(view: FormView, clerk: Clerk, receipt: Receipt, tracker: string): Confirmation {
  const trackUrl = new URL(`#code=${receipt.trackingCode}`, new URL(tracker, location.href)).href;
  return { receipt, trackUrl, bring: clerk.documents.filter((needed) => wayOf(view, needed) === 'bring_original'), shared: clerk.keeper.shared };
}

/** Saves the receipt as a text file. */
export function keepReceipt(view: FormView, confirmation: Confirmation): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([receiptText(view, confirmation)], { type: 'text/plain' }));
  link.download = `${view.state.service.id}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
