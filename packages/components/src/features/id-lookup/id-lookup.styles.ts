import { css } from 'lit';

export const styles = css`
  .lookup {
    max-inline-size: 48rem;
  }
  .lookup > * + * {
    margin-block-start: var(--_s8);
  }
  .verify {
    border-block-start: 1px solid var(--_line-color);
    padding-block-start: var(--_s6);
  }
  .otp {
    font-size: var(--_h2);
    letter-spacing: 0.3em;
  }
`;
