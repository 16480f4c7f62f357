interface Mark {
  readonly sewakaForm: string;
  readonly page: string;
  readonly depth: number;
}

function markOf(state: unknown): Mark | undefined {
  if (typeof state !== 'object' || state === null || !('sewakaForm' in state) || !('page' in state)) return undefined;
  return { sewakaForm: String(state.sewakaForm), page: String(state.page), depth: 'depth' in state ? Number(state.depth) : 0 };
}

/** Makes the browser's Back go one page of the form back, without touching the address of the host page. */
export class PageHistory {
  readonly #form: string;
  readonly #show: (page: string) => void;
  #depth = 0;

  constructor(form: string, show: (page: string) => void) {
    this.#form = form;
    this.#show = show;
  }

  start(page: string): void {
    history.replaceState(this.#mark(page), '');
    addEventListener('popstate', this.#onPop);
  }

  stop(): void {
    removeEventListener('popstate', this.#onPop);
  }

  /** Remembers that a person went forward to a page. */
  push(page: string): void {
    this.#depth += 1;
    history.pushState(this.#mark(page), '');
  }

  /** Goes back like the browser's own button; false when there is nothing of ours to go back to. */
  back(): boolean {
    if (this.#depth === 0) return false;
    history.back();
    return true;
  }

  #mark(page: string): Mark {
    const others: unknown = history.state;
    return { ...(typeof others === 'object' ? others : {}), sewakaForm: this.#form, page, depth: this.#depth };
  }

  readonly #onPop = (event: PopStateEvent): void => {
    const mark = markOf(event.state);
    if (mark?.sewakaForm !== this.#form) return;
    this.#depth = mark.depth;
    this.#show(mark.page);
  };
}
