import { css } from 'lit';

export const styles = css`
  .tracker {
    max-inline-size: 48rem;
  }
  .tracker > * + * {
    margin-block-start: var(--_s8);
  }
  .overview {
    padding-block-start: var(--_s4);
  }
  .due {
    display: flex;
    gap: var(--_s3);
    align-items: flex-start;
  }
  .due > div {
    min-inline-size: 0;
  }
  .due > .icon {
    margin-block-start: 0.2em;
    color: var(--_primary-color);
  }
  .due-words {
    font-size: var(--_h2);
    font-weight: 650;
    line-height: 1.25;
  }
  .due.late .due-words,
  .due.late > .icon {
    color: var(--_danger-color);
  }
  .basics {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    gap: var(--_s2) var(--_s6);
    padding-block: var(--_s3);
    border-block: 1px solid var(--_line-color);
  }
  .basics dt {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .basics dd {
    margin: 0;
    font-weight: 600;
  }
  .now.urgent {
    border: 2px solid var(--_accent-color);
    background: var(--_paper-color);
  }
  .flagged > * + * {
    margin-block-start: var(--_s3);
  }
  .flag-note {
    display: block;
  }
  .quote {
    margin-inline: 0;
    margin-block-end: 0;
    padding-inline-start: var(--_s4);
    border-inline-start: 4px solid var(--_accent-color);
  }
  .quote blockquote {
    margin: 0;
    white-space: pre-line;
  }
  .history .icon {
    transition: rotate 150ms;
  }
  .history [aria-expanded='true'] .icon {
    rotate: 180deg;
  }
  .events {
    padding: 0;
    list-style: none;
  }
  .events > li {
    padding-block: var(--_s3);
    border-block-end: 1px solid var(--_line-color);
  }
  .tracking-code {
    font-size: var(--_h3);
    overflow-wrap: anywhere;
  }
  .foot {
    padding-block-start: var(--_s4);
    border-block-start: 1px solid var(--_line-color);
  }
  @media (prefers-reduced-motion: reduce) {
    .history .icon {
      transition: none;
    }
  }
`;
