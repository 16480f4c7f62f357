import { css } from 'lit';

/** Notices, panels, cards, definition lists, skeletons. */
export const blocks = css`
  .notice {
    display: flex;
    gap: var(--_s3);
    padding: var(--_s4);
    border-radius: var(--_control-radius);
    --_tone: var(--_primary-color);
    border: 1px solid color-mix(in srgb, var(--_tone) 30%, var(--_line-color));
    background: var(--_primary-tint-color);
  }
  .notice > .icon {
    margin-block-start: 0.1em;
    color: var(--_tone);
  }
  .notice > div {
    min-inline-size: 0;
  }
  .notice > div > * + * {
    margin-block-start: var(--_s2);
  }
  .notice.success {
    --_tone: var(--_success-color);
    background: var(--_success-tint-color);
  }
  .notice.warning {
    --_tone: var(--_warning-color);
    background: var(--_warning-tint-color);
  }
  .notice.danger {
    --_tone: var(--_danger-color);
    background: var(--_danger-tint-color);
  }
  .panel,
  .card {
    padding: var(--_inset);
    border: 1px solid var(--_line-color);
    border-radius: var(--_card-radius);
    background: var(--_surface-color);
  }
  .panel {
    border-color: var(--_success-color);
    background: var(--_success-tint-color);
  }
  .rows {
    border-block-start: 1px solid var(--_line-color);
  }
  .rows > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_s1) var(--_s4);
    padding-block: var(--_s3);
    border-block-end: 1px solid var(--_line-color);
  }
  .rows dt {
    font-weight: 600;
  }
  .rows dd {
    margin: 0;
    min-inline-size: 0;
    grid-column: 1 / -1;
  }
  .rows .change {
    grid-area: 1 / 2;
  }
  @container (min-width: 34rem) {
    .rows > div {
      grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) 4rem;
    }
    .rows dd {
      grid-column: 2;
    }
    .rows .change {
      grid-area: 1 / 3;
      text-align: end;
    }
  }
  .lead {
    font-size: var(--_h3);
    line-height: 1.45;
    color: var(--_muted-color);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--_line-color);
    border-radius: var(--_card-radius);
    background: var(--_line-color);
  }
  .fact {
    position: relative;
    /* Wide enough that the fourth does not stand alone below three on a page of text. */
    flex: 1 1 15.5rem;
    padding: var(--_s4);
    padding-inline-start: calc(var(--_s4) + var(--_body) * 1.3 + var(--_s3));
    background: var(--_surface-color);
  }
  .fact .icon {
    position: absolute;
    inset-block-start: calc(var(--_s4) + 0.15em);
    inset-inline-start: var(--_s4);
    font-size: var(--_body);
    color: var(--_primary-color);
  }
  .fact dt {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .fact dd {
    margin: 0;
    font-weight: 600;
    line-height: 1.3;
  }
  .tag {
    display: block;
    inline-size: fit-content;
    margin-block-start: var(--_s1);
    padding-inline: var(--_s2);
    border: 1px solid currentColor;
    border-radius: var(--_control-radius);
    color: var(--_accent-color);
    font-size: var(--_small);
  }
  .skeleton {
    border: 1px solid var(--_line-color);
    border-radius: var(--_control-radius);
    background: var(--_surface-color);
    min-block-size: 1.25em;
  }
  .skeleton + .skeleton {
    margin-block-start: var(--_s4);
  }
  details > summary {
    min-block-size: 44px;
    padding-block: var(--_s2);
    color: var(--_primary-color);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  details > :not(summary) {
    padding-inline-start: var(--_s4);
    border-inline-start: 4px solid var(--_line-color);
  }
  .list {
    padding-inline-start: 1.25em;
  }
  .list li + li {
    margin-block-start: var(--_s2);
  }
`;
