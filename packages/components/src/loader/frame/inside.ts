import { isFromHost, type FromFrame } from './messages.js';

/** At most so often is a height told, in milliseconds. */
const pause = 80;
/** As often may the content outgrow the frame by the same amount before that is taken for the frame's own doing. */
const patience = 4;

/**
 * Tells the page around this one, once that page has greeted and its origin is among `hosts`, how high the content is,
 * where the focus went, and that an application was sent. Without a greeting nothing is told and nothing changes.
 */
export function speakFromFrame(hosts: readonly string[]): void {
  if (window.parent === window) return;
  let host: string | undefined;
  const tell = (message: FromFrame): void => {
    if (host !== undefined) window.parent.postMessage(message, host);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || !hosts.includes(origin) || !isFromHost(data) || host !== undefined) return;
    host = origin;
    tellHeight((height) => tell({ sewaka: 'height', height }));
    tellFocus((top, height) => tell({ sewaka: 'focus', top, height }));
    document.addEventListener('sewaka-submitted', () => tell({ sewaka: 'submitted' }));
  });
  // Whoever is around: it learns nothing but that the page can be greeted.
  window.parent.postMessage({ sewaka: 'ready' } satisfies FromFrame, '*');
}

const needed = (): number => Math.max(Math.ceil(document.documentElement.getBoundingClientRect().height), document.body.scrollHeight);

function tellHeight(tell: (height: number) => void): void {
  let told = 0;
  let excess = 0;
  let repeats = 0;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    timer = undefined;
    const height = needed();
    // A scroll bar that is not needed would narrow the content and so change its height again.
    document.documentElement.style.overflowY = innerHeight >= height ? 'hidden' : '';
    if (height === told) return;
    // Content that is always the same bit higher than the frame grows because the frame does.
    const again = height > innerHeight && height - innerHeight === excess && performance.now() - last < patience * 5 * pause;
    repeats = again ? repeats + 1 : 0;
    excess = height - innerHeight;
    last = performance.now();
    if (repeats >= patience) return;
    told = height;
    tell(height);
  };
  const soon = (): void => void (timer ??= setTimeout(look, pause));
  const afresh = (): void => {
    repeats = 0;
    soon();
  };
  const seen = new ResizeObserver(soon);
  seen.observe(document.documentElement);
  seen.observe(document.body);
  addEventListener('resize', soon);
  for (const act of ['pointerdown', 'keydown']) addEventListener(act, afresh, { passive: true });
  look();
}

function tellFocus(tell: (top: number, height: number) => void): void {
  const moved = (event: Event): void => {
    const [target] = event.composedPath();
    requestAnimationFrame(() => {
      if (!(target instanceof Element) || !target.isConnected) return;
      const { top, height } = target.getBoundingClientRect();
      tell(top, height);
    });
  };
  document.addEventListener('focusin', moved);
  // The document does not hear of focus that moves within a widget.
  for (const widget of document.querySelectorAll('sewaka-provider > *')) {
    void customElements.whenDefined(widget.localName).then(() => widget.shadowRoot?.addEventListener('focusin', moved));
  }
}
