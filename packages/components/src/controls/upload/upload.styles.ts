import { css } from 'lit';

/** Chosen files and the way to choose more. */
export const uploadStyles = css`
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
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s3);
    align-items: start;
    padding-block: var(--_s2);
  }
  .file > div {
    flex: 1 1 10rem;
    min-inline-size: 0;
  }
  .file > .row {
    margin-inline-start: auto;
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
  .file-note {
    display: flex;
    gap: var(--_s2);
    color: var(--_muted-color);
  }
  .file progress {
    inline-size: 100%;
    accent-color: var(--_primary-color);
  }
`;
