import { afterEach, describe, expect, it, vi } from 'vitest';
import { lineBack } from './line.js';

describe('waiting for the line', () => {
  afterEach(() => vi.useRealTimers());

  it.each([
    [1, 1_000],
    [3, 4_000],
    [20, 30_000],
  ])('waits longer after %i failures in a row', async (failures, expected) => {
    vi.useFakeTimers();
    let back = false;
    void lineBack(failures, new AbortController().signal, () => 1).then(() => (back = true));
    await vi.advanceTimersByTimeAsync(expected - 1);
    expect(back).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(back).toBe(true);
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    const waiting = lineBack(5, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortedError' });
  });
});
