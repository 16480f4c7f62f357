import { css } from 'lit';

/** Layout of fields: label, hint, error, control; and the error summary. */
export const fields = css`
  .fields {
    display: flex;
    flex-direction: column;
    /* The fields' own padding makes it 32 px between them. */
    gap: calc(var(--_s8) - 8px);
  }
  .field {
    min-inline-size: 0;
    margin: 0;
    padding: 4px 0;
    border: 0;
  }
  /* Only long pages gain by it; short ones are laid out whole. */
  .fields:has(> :nth-child(15)) > .field {
    content-visibility: auto;
    contain-intrinsic-size: auto 7rem;
    /* Room for the focus ring, which would be clipped. */
    padding-inline: 6px;
  }
  .fields:has(> :nth-child(15)) > .field.wrong {
    contain-intrinsic-size: auto 9rem;
    padding-inline-start: var(--_s4);
  }
  @media print {
    .fields > .field {
      content-visibility: visible;
    }
  }
  .field > * + * {
    margin-block-start: var(--_s2);
  }
  .wrong {
    padding-inline-start: var(--_s4);
    border-inline-start: 4px solid var(--_danger-color);
  }
  .label,
  .legend {
    display: block;
    padding: 0;
    font-weight: 600;
    line-height: 1.3;
  }
  .legend {
    float: inline-start;
    inline-size: 100%;
    padding-block-end: var(--_s2);
  }
  .legend + * {
    clear: both;
  }
  .label + .hint {
    margin-block-start: var(--_s1);
  }
  .optional {
    font-weight: 400;
    color: var(--_muted-color);
  }
  .hint {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .error {
    display: flex;
    gap: var(--_s2);
    color: var(--_danger-color);
    font-weight: 600;
  }
  .parts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
  }
  .parts .label {
    font-weight: 400;
    font-size: var(--_small);
    margin-block-end: var(--_s1);
  }
  /* On a phone the parts of a date stay in one row, beside the error's bar too. */
  @media (max-width: 30rem) {
    .parts {
      flex-wrap: nowrap;
      gap: var(--_s2);
    }
    .parts > * {
      min-inline-size: 0;
    }
    .wrong {
      padding-inline-start: var(--_s3);
    }
  }
  .subfields > * + * {
    margin-block-start: var(--_s4);
  }
  .subfields .label {
    font-weight: 400;
    margin-block-end: var(--_s1);
  }
  .error + .control,
  .control + .control {
    margin-block-start: var(--_s2);
  }
  .affixed {
    display: flex;
    align-items: stretch;
  }
  .affix {
    display: flex;
    align-items: center;
    padding-inline: var(--_s3);
    border: 1px solid var(--_border-color);
    border-radius: var(--_control-radius);
    background: var(--_surface-color);
  }
  .affix:first-child {
    border-inline-end: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .affix:last-child {
    border-inline-start: 0;
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .affix + .control {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .unit > .control {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .wrong .choice {
    border-color: var(--_danger-color);
  }
  .summary-errors {
    max-inline-size: 34rem;
    margin-block-end: var(--_s6);
    padding: var(--_inset);
    border: 4px solid var(--_danger-color);
    border-radius: var(--_card-radius);
  }
  .summary-errors ul {
    margin-block-start: var(--_s4);
    padding: 0;
    list-style: none;
  }
  .summary-errors li + li {
    margin-block-start: var(--_s3);
  }
  .summary-errors a {
    display: inline-block;
    min-block-size: 24px;
    color: var(--_danger-color);
    font-weight: 600;
  }
`;
