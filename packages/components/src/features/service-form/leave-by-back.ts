/**
 * Once everything was asked and sent, the browser's next Back leads out of the form, not through its questions. Abort it when
 * another form begins.
 */
export function leaveByBack(): AbortController {
  const over = new AbortController();
  const { signal } = over;
  addEventListener(
    'popstate',
    (event) => {
      const state: unknown = event.state;
      if (typeof state === 'object' && state !== null && 'sewakaForm' in state && 'depth' in state) history.go(-1 - Number(state.depth));
    },
    { once: true, signal },
  );
  return over;
}
