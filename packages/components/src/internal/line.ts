/** Resolves once the browser says that the line is back, at the latest after so many milliseconds. */
export function lineBack(atMost: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, atMost);
    addEventListener('online', end);
  });
}
