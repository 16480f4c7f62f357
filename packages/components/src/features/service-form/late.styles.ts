import { css } from 'lit';

/** What review and confirmation need beyond the styles that are there from the start. */
export const lateStyles = css`
  .notice + .page {
    margin-block-start: var(--_s6);
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
