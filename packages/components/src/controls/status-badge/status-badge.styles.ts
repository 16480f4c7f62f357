import { css } from 'lit';

export const statusBadgeStyles = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    padding: var(--_s1) var(--_s3) var(--_s1) var(--_s2);
    border: 1px solid currentColor;
    border-radius: 999px;
    font-size: var(--_small);
    font-weight: 600;
    line-height: 1.3;
    color: var(--_ink-color);
    background: var(--_surface-color);
  }
  .badge .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
  }
  .badge.info {
    color: var(--_primary-color);
    background: var(--_primary-tint-color);
  }
  .badge.success {
    color: var(--_success-color);
    background: var(--_success-tint-color);
  }
  .badge.warning {
    color: var(--_warning-color);
    background: var(--_warning-tint-color);
  }
  .badge.danger {
    color: var(--_danger-color);
    background: var(--_danger-tint-color);
  }
`;
