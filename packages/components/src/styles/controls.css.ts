import { css } from 'lit';

/** Buttons and native controls. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    margin: 0;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_s2);
    min-block-size: var(--_control-height);
    padding: var(--_s2) var(--_inset);
    border: 2px solid transparent;
    border-radius: var(--_control-radius);
    background: var(--_primary-color);
    color: var(--_primary-on-color);
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_primary-hover-color);
    color: var(--_primary-on-color);
  }
  .button:active {
    transform: translateY(1px);
  }
  .button.secondary {
    background: var(--_paper-color);
    color: var(--_primary-color);
    border-color: currentColor;
  }
  .button.secondary:hover {
    background: var(--_primary-tint-color);
    color: var(--_primary-hover-color);
  }
  .button.danger {
    background: var(--_danger-color);
    color: var(--_danger-on-color);
  }
  .button[aria-disabled='true'] {
    opacity: 0.65;
    cursor: progress;
  }
  button.link {
    display: inline;
    padding: var(--_s1) 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .control {
    display: block;
    inline-size: 100%;
    max-inline-size: 34rem;
    min-block-size: var(--_control-height);
    padding: var(--_s2) var(--_s3);
    border: 1px solid var(--_border-color);
    border-radius: var(--_control-radius);
    background: var(--_paper-color);
    color: var(--_ink-color);
    line-height: 1.4;
  }
  select.control {
    padding-inline-end: var(--_s8);
    text-overflow: ellipsis;
    appearance: none;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-position: calc(100% - 22px) 55%, calc(100% - 16px) 55%;
    background-size: 6px 6px;
    background-repeat: no-repeat;
  }
  textarea.control {
    resize: vertical;
    min-block-size: 7rem;
  }
  .control:hover {
    border-color: var(--_ink-color);
  }
  .control:focus-visible {
    outline-offset: 0;
    border-color: var(--_focus-edge-color);
    box-shadow: inset 0 0 0 1px var(--_focus-edge-color);
  }
  .control[aria-invalid='true']:not(:focus-visible) {
    border-color: var(--_danger-color);
    box-shadow: inset 0 0 0 1px var(--_danger-color);
  }
  .w-2 {
    max-inline-size: 4.5rem;
  }
  .w-4 {
    max-inline-size: 6rem;
  }
  .w-6 {
    max-inline-size: 8.5rem;
  }
  .w-10 {
    max-inline-size: 13rem;
  }
  .w-20 {
    max-inline-size: 19rem;
  }
  .choice {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: var(--_s3);
    align-items: start;
    max-inline-size: 34rem;
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_border-color);
    border-radius: var(--_control-radius);
    background: var(--_paper-color);
    cursor: pointer;
  }
  .choice + .choice {
    margin-block-start: var(--_s2);
  }
  .choice:hover {
    border-color: var(--_ink-color);
    background: var(--_surface-color);
  }
  .choice:has(:checked) {
    border-color: var(--_primary-color);
    background: var(--_primary-tint-color);
    box-shadow: inset 0 0 0 1px var(--_primary-color);
  }
  .choice:has(:focus-visible) {
    outline: 3px solid var(--_focus-color);
    box-shadow: inset 0 0 0 2px var(--_focus-edge-color);
  }
  .choice input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    accent-color: var(--_primary-color);
    cursor: pointer;
  }
  .choice input:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .choice .hint {
    grid-column: 2;
  }
  @media (max-width: 30rem) {
    form .button:not(.secondary) {
      inline-size: 100%;
    }
    .row > .button {
      flex: auto;
    }
  }
  @media (forced-colors: active) {
    select.control {
      appearance: auto;
    }
    .choice:has(:checked) {
      border: 3px solid Highlight;
    }
    :focus-visible,
    .choice:has(:focus-visible) {
      outline: 3px solid Highlight;
    }
  }
`;
