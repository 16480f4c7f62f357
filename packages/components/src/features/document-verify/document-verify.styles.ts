import { css } from 'lit';

export const styles = css`
  .verify {
    max-inline-size: 48rem;
  }
  .verify > * + * {
    margin-block-start: var(--_s8);
  }
  .verdict {
    --_tone: var(--_primary-color);
    display: flex;
    gap: var(--_s4);
    padding: var(--_inset);
    border: 2px solid var(--_tone);
    border-radius: var(--_card-radius);
    background: var(--_primary-tint-color);
  }
  .verdict > .icon {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    color: var(--_tone);
  }
  .verdict > div {
    min-inline-size: 0;
  }
  .verdict > div > * + * {
    margin-block-start: var(--_s2);
  }
  .verdict.success {
    --_tone: var(--_success-color);
    background: var(--_success-tint-color);
  }
  .verdict.warning {
    --_tone: var(--_warning-color);
    background: var(--_warning-tint-color);
  }
  .verdict.danger {
    --_tone: var(--_danger-color);
    background: var(--_danger-tint-color);
  }
  .trust > * + * {
    margin-block-start: var(--_s1);
  }
  .scan {
    padding-block-start: var(--_s6);
    border-block-start: 1px solid var(--_line-color);
  }
  .scan > .field,
  .card > .field {
    margin-block-start: var(--_s4);
  }
  .verify [type='file'] {
    padding: var(--_s2);
  }
  .verify ::file-selector-button {
    min-block-size: 2.25rem;
    margin-inline-end: var(--_s3);
    padding-inline: var(--_s4);
    border: 2px solid var(--_primary-color);
    border-radius: var(--_control-radius);
    background: var(--_paper-color);
    color: var(--_primary-color);
    font: inherit;
    font-weight: 600;
  }
  .camera {
    position: relative;
    max-inline-size: 34rem;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border-radius: var(--_card-radius);
    background: #000;
  }
  .camera video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  /* Where to hold the code; it is read anywhere in the picture. */
  .camera::after {
    content: '';
    position: absolute;
    inset: 50% auto auto 50%;
    block-size: 70%;
    aspect-ratio: 1;
    translate: -50% -50%;
    border: 3px solid #fff;
    border-radius: var(--_card-radius);
    box-shadow: 0 0 0 100vmax rgb(0 0 0 / 35%);
  }
`;
