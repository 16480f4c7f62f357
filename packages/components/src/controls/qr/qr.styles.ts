import { css } from 'lit';

export const qrStyles = css`
  .qr {
    display: block;
    inline-size: 11rem;
    max-inline-size: 100%;
    block-size: auto;
    border: 1px solid var(--sewaka-border, #7a736a);
    border-radius: 6px;
    forced-color-adjust: none;
  }
`;
