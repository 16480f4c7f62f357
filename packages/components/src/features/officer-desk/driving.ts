import { settled } from '../../internal/testing.js';
import type { OfficerDesk } from './index.js';

/** What is found in a desk; fails by name where it is not. */
export function find<E extends HTMLElement>(desk: OfficerDesk, selector: string): E {
  const found = desk.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`not there: ${selector}`);
  return found;
}

export const there = (desk: OfficerDesk, selector: string): boolean => desk.renderRoot.querySelector(selector) !== null;

/** Presses something and waits for what comes of it. */
export async function press(desk: OfficerDesk, selector: string): Promise<void> {
  find(desk, selector).click();
  await settled(desk);
  await settled(desk);
}
