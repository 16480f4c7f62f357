import { noChange } from 'lit';
import { Directive, directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';
import { paint, type Piece } from './piece.js';

class Painted extends Directive {
  #old: readonly Piece[] = [];

  override render(pieces: readonly Piece[]): unknown {
    return pieces && noChange;
  }

  override update({ parentNode, endNode }: ChildPart, [pieces]: [readonly Piece[]]): unknown {
    paint(parentNode as ParentNode & Node, this.#old, pieces, endNode);
    this.#old = pieces;
    return noChange;
  }
}

const make = directive(Painted);

/** Shows pieces in a template. An expression that is painted once stays so: what is not there is an empty list. */
export function painted(...pieces: readonly (Piece | undefined)[]): DirectiveResult<typeof Painted> {
  return make(pieces.filter((piece) => piece !== undefined));
}
