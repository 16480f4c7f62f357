import type { BrowserContext } from 'playwright-core';

/** What pages say that no resident should ever cause: script errors, refusals of the policy, dialogs. */
export interface Overheard {
  /** Errors, warnings of the browser and dialogs so far. */
  readonly complaints: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
  /** Leaves out complaints that a test provokes. */
  expect(pattern: RegExp): void;
}

/** Listens to all pages of a browser; dialogs are dismissed. */
export function listen(context: BrowserContext): Overheard {
  const complaints: string[] = [];
  const requests: string[] = [];
  const expected: RegExp[] = [];
  const note = (words: string): void => {
    if (!expected.some((pattern) => pattern.test(words))) complaints.push(words);
  };
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') note(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`thrown: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    note(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { complaints, requests, expect: (pattern) => void expected.push(pattern) };
}
