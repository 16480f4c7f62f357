import { css } from 'lit';

export const styles = css`
  .base {
    --_body: var(--_rem);
    --_control-height: 44px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    align-items: center;
    padding: var(--_s3) var(--_s4);
    border-block-end: 1px solid var(--_line-color);
  }
  .bar > .muted {
    flex: 1 1 12rem;
  }
  .push {
    margin-inline-start: auto;
  }
  .base > :is(.notice, .stack) {
    margin: var(--_s4);
  }
  .zones {
    display: grid;
    gap: var(--_s6);
    padding-inline: var(--_s4);
    align-items: start;
  }
  .zone {
    min-inline-size: 0;
    padding-block: var(--_s4);
  }
  .zone > * + *,
  .viewer > * + *,
  .decision > * + * {
    margin-block-start: var(--_s4);
  }
  .chips {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5em), 1fr));
    gap: var(--_s2);
  }
  .chip {
    min-block-size: 44px;
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_border-color);
    border-radius: var(--_control-radius);
    background: var(--_paper-color);
    text-align: start;
    line-height: 1.2;
    cursor: pointer;
  }
  .chip strong,
  .number strong {
    font-size: var(--_h3);
  }
  .chip.late strong,
  .due-title.overdue {
    color: var(--_danger-color);
  }
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--_s2);
  }
  .filters .wide {
    grid-column: 1 / -1;
  }
  .filters .label {
    font-size: var(--_small);
  }
  .groups > * + * {
    margin-block-start: var(--_s6);
  }
  .due-title {
    font-size: var(--_small);
    margin-block-end: var(--_s2);
  }
  .items,
  .events {
    padding: 0;
    list-style: none;
  }
  .item {
    display: grid;
    gap: 2px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: var(--_s3);
    border: 0;
    border-inline-start: 4px solid transparent;
    border-block-end: 1px solid var(--_line-color);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .chip:hover,
  .item:hover {
    background: var(--_surface-color);
  }
  .chip[aria-pressed='true'],
  .item[aria-current] {
    border-color: var(--_primary-color);
    background: var(--_primary-tint-color);
  }
  .chip[aria-pressed='true'] {
    box-shadow: inset 0 0 0 1px var(--_primary-color);
  }
  .item-facts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: center;
  }
  .claimed {
    color: var(--_accent-color);
    font-weight: 600;
  }
  .basics {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr));
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
  .pairs > div {
    min-block-size: 44px;
    align-content: center;
  }
  .papers {
    display: grid;
    gap: var(--_s8);
    align-items: start;
  }
  .papers > div {
    min-inline-size: 0;
  }
  .flag {
    display: block;
    color: var(--_warning-color);
    font-weight: 600;
  }
  .events > li,
  .document {
    max-inline-size: none;
    padding-block: var(--_s3);
    border-block-end: 1px solid var(--_line-color);
  }
  .picture {
    overflow: auto;
    max-block-size: 70vh;
    border: 1px solid var(--_line-color);
    border-radius: var(--_control-radius);
    background: var(--_surface-color);
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: auto;
  }
  .zoom-2 {
    inline-size: 150%;
  }
  .zoom-3 {
    inline-size: 225%;
  }
  .zoom-4 {
    inline-size: 340%;
  }
  .turn-1,
  .turn-3 {
    aspect-ratio: 1;
    object-fit: contain;
  }
  .turn-1 {
    rotate: 90deg;
  }
  .turn-2 {
    rotate: 180deg;
  }
  .turn-3 {
    rotate: 270deg;
  }
  .actions {
    margin-block-start: var(--_s4);
    padding: var(--_s4);
    border: 1px solid var(--_line-color);
    border-radius: var(--_card-radius);
    background: var(--_surface-color);
  }
  .choices {
    display: grid;
    gap: var(--_s3);
    justify-items: start;
  }
  .choices > .button {
    inline-size: 100%;
  }
  .link[data-value='reject'] {
    color: var(--_danger-color);
  }
  .flag-row > * + * {
    margin-block-start: var(--_s1);
  }
  .flag-label {
    display: flex;
    gap: var(--_s2);
    align-items: center;
    min-block-size: 44px;
  }
  .flag-label input {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    accent-color: var(--_primary-color);
  }
  .lost {
    margin: 0;
    white-space: pre-line;
  }
  .help {
    max-inline-size: min(34rem, 92vw);
    color: inherit;
  }
  .help::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  @container (max-width: 51.99rem) {
    .zones[data-zone='list'] > :not([data-zone-name='list']),
    .zones[data-zone='case'] > :not([data-zone-name='case']),
    .zones[data-zone='actions'] > :not([data-zone-name='actions']),
    .shortcut-hint {
      display: none;
    }
  }
  @container (min-width: 52rem) {
    .zones {
      grid-template-columns: minmax(16rem, 20rem) minmax(0, 1fr);
    }
    .actions {
      grid-column: 2;
      grid-row: 1;
    }
    .inbox {
      grid-row: 1 / span 2;
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100vh;
      overflow: auto;
      padding-inline: var(--_s1);
    }
    .only-phone {
      display: none;
    }
  }
  @container (min-width: 72rem) {
    .zones {
      grid-template-columns: 17rem minmax(0, 1fr) 17rem;
    }
    .filters select {
      padding-inline-start: var(--_s2);
      font-size: var(--_small);
    }
    .actions {
      grid-column: 3;
      position: sticky;
      inset-block-start: var(--_s4);
      max-block-size: calc(100vh - 2 * var(--_s4));
      overflow: auto;
    }
    .inbox {
      grid-row: auto;
    }
  }
  @container (min-width: 90rem) {
    .papers {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .item {
      border-inline-start-color: Canvas;
    }
    .item[aria-current] {
      border-inline-start-color: Highlight;
    }
    .chip[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
  @media print {
    .inbox,
    .bar {
      display: none;
    }
    .zones {
      display: block;
    }
  }
`;
