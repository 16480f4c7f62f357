import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the way back needs of the desk. */
export interface WayBackHost extends ReactiveControllerHost {
  readonly zone: string;
  show(zone: string): Promise<void>;
  /** Keeps in this tab what is open and being written. */
  keep(): boolean;
}

/** Each one further in than the one before. */
const zones = ['list', 'case', 'actions'];
const mark = 'sewakaDesk';

function depthOf(state: unknown): number {
  return typeof state === 'object' && state !== null ? Number(Reflect.get(state, mark) ?? 0) : 0;
}

/** Makes the browser's Back lead from a case to the list, and keeps what is being written when the page goes. */
export class WayBack implements ReactiveController {
  readonly #host: WayBackHost;
  #depth = 0;

  constructor(host: WayBackHost) {
    this.#host = host;
  }

  hostConnected(): void {
    for (const type of ['popstate', 'pagehide']) addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of ['popstate', 'pagehide']) removeEventListener(type, this);
  }

  hostUpdated(): void {
    const depth = zones.indexOf(this.#host.zone);
    if (depth === this.#depth) return;
    this.#depth = depth;
    // After a reload in a case the browser's entry is as deep already.
    const known = depthOf(history.state);
    for (let next = known + 1; next <= depth; next += 1) history.pushState({ ...Object(history.state), [mark]: next }, '');
    if (known > depth) history.go(depth - known);
  }

  handleEvent(event: Event): void {
    if (event.type === 'pagehide') this.#host.keep();
    else if (event instanceof PopStateEvent) {
      const depth = depthOf(event.state);
      if (depth === this.#depth) return;
      this.#depth = depth;
      void this.#host.show(zones[depth] ?? 'list');
    }
  }
}
