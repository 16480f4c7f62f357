import { css } from 'lit';

/** What files, review and confirmation need beyond the styles that are there from the start. */
export const lateStyles = css`
  .saved {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s4);
    align-items: center;
    margin-block-start: var(--_s8);
    padding-block-start: var(--_s3);
    border-block-start: 1px solid var(--_line-color);
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .upload {
    padding: var(--_s4);
    border: 1px dashed var(--_border-color);
    border-radius: var(--_control-radius);
    background: var(--_surface-color);
  }
  .upload > * + * {
    margin-block-start: var(--_s3);
  }
  .upload .picker {
    max-inline-size: 100%;
    min-block-size: var(--_control-height);
    font-size: var(--_small);
  }
  .picker::file-selector-button {
    min-block-size: var(--_control-height);
    margin-inline-end: var(--_s3);
    padding: var(--_s2) var(--_s4);
    border: 2px solid var(--_primary-color);
    border-radius: var(--_control-radius);
    background: var(--_paper-color);
    color: var(--_primary-color);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .camera {
    display: none;
    position: relative;
  }
  .camera:focus-within {
    outline: 3px solid var(--_focus-color);
    box-shadow: 0 0 0 2px var(--_focus-edge-color);
  }
  @media (pointer: coarse) {
    .camera {
      display: inline-flex;
    }
  }
  .files {
    padding: 0;
    list-style: none;
  }
  .file {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_s3);
    align-items: start;
    padding-block: var(--_s2);
  }
  .file-name {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .file.done > .icon {
    color: var(--_success-color);
  }
  .file.failed > .icon,
  .file.failed .hint {
    color: var(--_danger-color);
  }
  .file progress {
    inline-size: 100%;
    accent-color: var(--_primary-color);
  }
  .done-mark {
    display: grid;
    place-items: center;
    inline-size: 3rem;
    block-size: 3rem;
    margin-block-end: var(--_s3);
    border-radius: 50%;
    background: var(--_success-color);
    color: var(--_success-on-color);
  }
  .panel > * + * {
    margin-block-start: var(--_s2);
  }
  .tracking-code {
    font-size: clamp(1.25rem, 0.7rem + 3.4cqi, 2rem);
    font-weight: 700;
    line-height: 1.3;
    user-select: all;
  }
  .done-columns {
    display: grid;
    gap: var(--_s6);
  }
  @container (min-width: 40rem) {
    .done-columns {
      grid-template-columns: minmax(0, 1fr) auto;
    }
  }
  .track-qr {
    inline-size: 11rem;
    margin: 0;
    text-align: center;
  }
  .track-qr svg {
    display: block;
    inline-size: 100%;
    border-radius: var(--_control-radius);
  }
`;
