import { css } from 'lit';

/** What only the catalogue needs beyond the shared styles. */
export const styles = css`
  :host {
    min-block-size: 20rem;
  }
  .page > * + * {
    margin-block-start: var(--_s6);
  }
  .search {
    display: grid;
    gap: var(--_s2);
  }
  .search .label {
    font-size: var(--_h2);
  }
  .search-line {
    position: relative;
    max-inline-size: 34rem;
  }
  .search-line .icon {
    position: absolute;
    inset-block-start: calc(50% - 0.65em);
    inset-inline-start: var(--_s3);
    color: var(--_muted-color);
    pointer-events: none;
  }
  .search-line .control {
    padding-inline-start: calc(var(--_s8) + var(--_s2));
    min-block-size: calc(var(--_control-height) + 6px);
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    padding: 0;
    margin: 0;
    border: 0;
  }
  .filter legend {
    float: inline-start;
  }
  .selects {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: var(--_s3) var(--_s4);
    max-inline-size: 42rem;
    margin-block-start: var(--_s2);
  }
  .selects label {
    display: block;
    margin-block-end: var(--_s1);
    font-size: var(--_small);
    font-weight: 600;
  }
  .selects select {
    inline-size: 100%;
  }
  .chip {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 44px;
    padding-inline: var(--_s4);
    border: 1px solid var(--_border-color);
    border-radius: 22px;
    background: var(--_paper-color);
    font-size: var(--_small);
    cursor: pointer;
  }
  .chip:hover {
    background: var(--_surface-color);
  }
  .chip:has(:checked) {
    border-color: var(--_primary-color);
    background: var(--_primary-color);
    color: var(--_primary-on-color);
  }
  .chip:has(:focus-visible) {
    outline: 3px solid var(--_focus-color);
    box-shadow: 0 0 0 2px var(--_focus-edge-color);
  }
  .chip input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .services {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: var(--_s4);
    padding: 0;
    list-style: none;
  }
  .services li {
    max-inline-size: none;
  }
  .service {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: var(--_s2);
    block-size: 100%;
    padding: var(--_s4) var(--_s6);
    border: 1px solid var(--_line-color);
    border-radius: var(--_card-radius);
    background: var(--_surface-color);
  }
  .service:hover {
    border-color: var(--_primary-color);
  }
  .service button {
    font-size: var(--_h3);
    font-weight: 650;
    line-height: 1.25;
  }
  .service button::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_card-radius);
  }
  .service button:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .service button:focus-visible::after {
    outline: 3px solid var(--_focus-color);
    box-shadow: 0 0 0 2px var(--_focus-edge-color);
  }
  .service p {
    color: var(--_muted-color);
    font-size: var(--_small);
  }
  .service .about {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s1) var(--_s4);
    margin-block-start: auto;
    padding-block-start: var(--_s2);
    color: var(--_ink-color);
  }
  .about span {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
  }
  .when {
    display: block;
  }
  .top {
    margin-block-end: var(--_s4);
  }
  .top .link {
    display: inline-flex;
    align-items: center;
    gap: var(--_s1);
    min-block-size: 44px;
  }
  @media (forced-colors: active) {
    .chip:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`;
