import { css } from 'lit';

export const timelineStyles = css`
  .timeline {
    padding: 0;
    list-style: none;
  }
  .moment {
    position: relative;
    display: grid;
    grid-template-columns: 1.75rem minmax(0, 1fr);
    gap: 0 var(--_s4);
    max-width: none;
    padding-block-end: var(--_s6);
  }
  .moment:last-child {
    padding-block-end: 0;
  }
  .moment:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 1.75rem 0;
    inset-inline-start: calc(0.875rem - 1px);
    border-inline-start: 2px solid var(--_line-color);
  }
  .moment.done:not(:last-child)::before {
    border-color: var(--_success-color);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 2px solid var(--_border-color);
    border-radius: 50%;
    background: var(--_paper-color);
  }
  .dot .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    stroke-width: 3;
    vertical-align: 0;
  }
  .done > .dot {
    color: var(--_success-on-color);
    border-color: var(--_success-color);
    background: var(--_success-color);
  }
  .current > .dot {
    border: 4px solid var(--_primary-color);
    box-shadow: 0 0 0 4px var(--_primary-tint-color);
  }
  .current > .dot::after {
    content: '';
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: var(--_primary-color);
  }
  .stopped > .dot {
    border: 4px solid var(--_danger-color);
  }
  .skipped > .dot {
    border-style: dashed;
  }
  .moment-title {
    line-height: 1.75rem;
  }
  .moment-state {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .current .moment-state {
    color: var(--_primary-color);
    font-weight: 600;
  }
  .upcoming .moment-title strong,
  .skipped .moment-title strong {
    font-weight: 400;
    color: var(--_muted-color);
  }
  .skipped .moment-title strong {
    text-decoration: line-through;
  }
  .moment-words > * + .notice,
  .moment-words > * + .card {
    margin-block-start: var(--_s3);
  }
  @media (forced-colors: active) {
    .done > .dot {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .current > .dot::after {
      background: Highlight;
    }
  }
`;
