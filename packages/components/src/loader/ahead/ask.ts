/** Shared with `internal/public-client.ts` by name only: an old chunk must never meet a newer loader's code. */
const shelf = Symbol.for('e-sewaka.ahead');
const form = 'sewaka-service-form';

/** Asks for the service that a form will ask for, while the form's own code is still on its way. */
export function askAhead(widget: Element): void {
  const service = widget.localName === form ? widget.getAttribute('service') : null;
  if (!service) return;
  const base = widget.closest('sewaka-provider[base-url]')?.getAttribute('base-url') ?? new URL(import.meta.url).origin;
  if (!URL.canParse(base)) return;
  const address = new URL(`/v1/services/${encodeURIComponent(service)}`, base).href;
  const asked: unknown = Reflect.get(globalThis, shelf);
  const answers = asked instanceof Map ? asked : new Map<string, Promise<Response>>();
  if (answers.has(address)) return;
  // Nothing but the address, so that `<link rel="preload" as="fetch" crossorigin>` of the page is its answer.
  const answer = fetch(address);
  // Whoever takes it hears of a failure; nobody may take it.
  answer.catch(() => undefined);
  Reflect.set(globalThis, shelf, answers.set(address, answer));
}
