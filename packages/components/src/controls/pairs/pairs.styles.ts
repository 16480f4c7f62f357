import { css } from 'lit';

/** A definition list of names and values: one under the other on a phone, side by side where there is room. */
export const pairsStyles = css`
  .pairs {
    border-block-start: 1px solid var(--_line-color);
  }
  .pairs > div {
    display: grid;
    gap: 0 var(--_s4);
    padding-block: var(--_s2);
    border-block-end: 1px solid var(--_line-color);
  }
  .pairs dt {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .pairs dd {
    margin: 0;
    min-inline-size: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .pairs dd:not(:has(*)),
  .pairs dd > span {
    white-space: pre-line;
  }
  @container (min-width: 34rem) {
    .pairs > div {
      grid-template-columns: minmax(10rem, 2fr) minmax(0, 3fr);
      align-items: baseline;
    }
  }
  button.link,
  a:has(> .icon) {
    display: inline-flex;
    align-items: center;
    gap: var(--_s2);
    min-block-size: 44px;
  }
  /* In one piece, as long as there is room for it. */
  [href^='tel:'] .numeric {
    display: inline-block;
    text-decoration: underline;
  }
`;
