import { css } from 'lit';

/** What only the service form needs beyond the shared styles. */
export const styles = css`
  :host {
    min-block-size: 24rem;
  }
  .page > * + * {
    margin-block-start: var(--_s6);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
    align-items: center;
    justify-content: space-between;
    margin-block-end: var(--_s6);
  }
  .top .link {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-block-size: 44px;
  }
  .progress {
    display: grid;
    gap: var(--_s1);
    justify-items: end;
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .bar {
    inline-size: 9rem;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    appearance: none;
    overflow: hidden;
    background: var(--_line-color);
    forced-color-adjust: none;
  }
  .bar::-webkit-progress-bar {
    background: var(--_line-color);
  }
  .bar::-webkit-progress-value {
    background: var(--_primary-color);
  }
  .bar::-moz-progress-bar {
    background: var(--_primary-color);
  }
  .prepare > * + * {
    margin-block-start: var(--_s2);
  }
  .readies {
    padding: 0;
    list-style: none;
  }
  .readies > li {
    border-block-start: 1px solid var(--_line-color);
  }
  .ready {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--_s3);
    min-block-size: 44px;
    padding-block: var(--_s3);
    cursor: pointer;
  }
  .ready input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.125em 0.25em 0;
    accent-color: var(--_success-color);
  }
  .ready .hint,
  .only-if {
    display: block;
  }
  .only-if {
    font-size: var(--_small);
  }
  .ready-name {
    font-weight: 600;
  }
  .saved {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    align-items: center;
    margin-block-start: var(--_s8);
    padding-block-start: var(--_s3);
    border-block-start: 1px solid var(--_line-color);
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .saved > .ready,
  .saved > .hint {
    flex-basis: 100%;
  }
  .saved > .hint {
    margin-block-start: calc(var(--_s4) * -1);
    padding-inline-start: calc(1.75em + var(--_s3));
  }
`;
