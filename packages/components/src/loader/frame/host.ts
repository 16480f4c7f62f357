import { isFromFrame, type FromHost } from './messages.js';

/** Name of the event at the `iframe` once an application was sent in it; says that, and nothing else. */
export const frameSubmitted = 'sewaka-frame-submitted';

/** Bounds of a frame's height where `data-min-height` and `data-max-height` say nothing. */
const usual = { min: 160, max: 12_000 } as const;
/** Room above what has been brought into view, unless the frame has a `scroll-margin-top`. */
const above = 64;

const known = Symbol.for('e-sewaka.frames');

/**
 * Gives frames of the service's widgets the height of their content, and brings what gets the focus in them into view.
 * Only frames whose address is at `service` are touched, and only messages of that origin from such a frame are heard.
 */
export function fitFrames(service: string): void {
  // A second copy on the page, or the loader beside the script for frames.
  const served = Reflect.get(window, known) instanceof Set ? (Reflect.get(window, known) as Set<string>) : new Set<string>();
  Reflect.set(window, known, served);
  if (served.has(service)) return;
  served.add(service);
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== service || !isFromFrame(data)) return;
    const frame = framesOf(service).find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    if (data.sewaka === 'ready') greet(frame);
    if (data.sewaka === 'height') fit(frame, data.height);
    if (data.sewaka === 'focus') bringIntoView(frame, data.top, data.height);
    if (data.sewaka === 'submitted') frame.dispatchEvent(new Event(frameSubmitted, { bubbles: true }));
  });
  // Those that were ready before; later ones say so themselves.
  for (const frame of framesOf(service)) greet(frame);
}

function framesOf(service: string): readonly HTMLIFrameElement[] {
  return [...document.querySelectorAll('iframe')].filter(({ src, dataset }) => src.startsWith(`${service}/embed/`) && dataset['height'] !== 'fixed');
}

/** Goes to whatever is in the frame now, and therefore says nothing. */
function greet(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ sewaka: 'hello' } satisfies FromHost, '*');
}

function fit(frame: HTMLIFrameElement, height: number): void {
  const bound = (name: string, otherwise: number): number => Number(frame.dataset[name]) || otherwise;
  const content = Math.min(bound('maxHeight', usual.max), Math.max(bound('minHeight', usual.min), Math.ceil(height)));
  const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  const wanted = `${content + edges}px`;
  if (frame.style.height !== wanted) frame.style.height = wanted;
}

function bringIntoView(frame: HTMLIFrameElement, top: number, height: number): void {
  const at = frame.getBoundingClientRect().top + frame.clientTop + top;
  if (at >= 0 && at + Math.min(height, innerHeight - above) <= innerHeight) return;
  scrollBy({ top: at - (parseFloat(getComputedStyle(frame).scrollMarginTop) || above), behavior: 'instant' });
}
