import { css } from 'lit';

export const styles = css`
  .base {
    container-type: inline-size;
  }
  .verify {
    max-inline-size: 48rem;
  }
  .verify > * + * {
    margin-block-start: var(--_s8);
  }
  .verdict {
    display: flex;
    gap: var(--_s4);
    padding: var(--_s6);
    border: 2px solid var(--_primary-color);
    border-radius: var(--_card-radius);
    background: var(--_primary-tint-color);
  }
  .verdict > .icon {
    inline-size: 2.25rem;
    block-size: 2.25rem;
    color: var(--_primary-color);
  }
  .verdict > div > * + * {
    margin-block-start: var(--_s2);
  }
  .verdict.success {
    border-color: var(--_success-color);
    background: var(--_success-tint-color);
  }
  .verdict.success > .icon {
    color: var(--_success-color);
  }
  .verdict.warning {
    border-color: var(--_warning-color);
    background: var(--_warning-tint-color);
  }
  .verdict.warning > .icon {
    color: var(--_warning-color);
  }
  .verdict.danger {
    border-color: var(--_danger-color);
    background: var(--_danger-tint-color);
  }
  .verdict.danger > .icon {
    color: var(--_danger-color);
  }
  .trust > * + * {
    margin-block-start: var(--_s1);
  }
  .camera {
    display: block;
    inline-size: 100%;
    max-inline-size: 34rem;
    aspect-ratio: 4 / 3;
    object-fit: cover;
    border-radius: var(--_card-radius);
    background: #000;
  }
`;
