type Value = string | number | boolean | undefined;

/**
 * An element to be: tag, attributes (absent when `undefined` or `false`) and either words or more of its kind. What a field
 * looks like is said in pieces, because hundreds of small templates cost several times what the elements themselves cost.
 */
export interface Piece {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, Value>>;
  readonly content: string | readonly Piece[];
  /** The element it became. */
  node?: Element;
}

/** Says an element; children that are `undefined` are left out. */
export function el(tag: string, attributes: Piece['attributes'], content: string | readonly (Piece | undefined)[] = ''): Piece {
  return { tag, attributes, content: typeof content === 'string' ? content : content.filter((child) => child !== undefined) };
}

const drawn = 'http://www.w3.org/2000/svg';

function set(node: Element, name: string, value: Value): void {
  if (value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}

function create(piece: Piece): Element {
  const { tag, attributes, content } = piece;
  const node = tag === 'svg' || tag === 'path' ? document.createElementNS(drawn, tag) : document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== false) set(node, name, value);
  }
  if (typeof content !== 'string') for (const child of content) node.appendChild(create(child));
  else if (content) node.textContent = content;
  piece.node = node;
  return node;
}

function same(one: Piece, other: Piece): boolean {
  const [a, b] = [one.attributes, other.attributes];
  return one.tag === other.tag && a['id'] === b['id'] && a['data-field'] === b['data-field'];
}

/** Brings an element up to date, touching nothing but what has changed: focus, typed text and a translator's work stay. */
function renew(old: Piece, piece: Piece): void {
  const { node } = old;
  if (!node) return;
  piece.node = node;
  for (const name in { ...old.attributes, ...piece.attributes })
    if (old.attributes[name] !== piece.attributes[name]) set(node, name, piece.attributes[name]);
  const [before, now] = [old.content, piece.content];
  if (typeof now === 'string') {
    if (now !== before) node.textContent = now;
  } else {
    if (typeof before === 'string') node.textContent = '';
    paint(node, typeof before === 'string' ? [] : before, now, null);
  }
}

/** Makes the elements in `parent` that are `old`, and end before `end`, into those that `next` says. */
export function paint(parent: ParentNode & Node, old: readonly Piece[], next: readonly Piece[], end: Node | null): void {
  let at = 0;
  const drop = (to: number): void => {
    for (; at < to; at += 1) old[at]?.node?.remove();
  };
  for (const piece of next) {
    let found = at;
    let kept = old[found];
    while (kept && !same(kept, piece)) kept = old[(found += 1)];
    if (kept) {
      drop(found);
      renew(kept, piece);
      at += 1;
    } else parent.insertBefore(create(piece), old[at]?.node ?? end);
  }
  drop(old.length);
}
