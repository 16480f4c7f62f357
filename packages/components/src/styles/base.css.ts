import { css } from 'lit';

/** Host reset, typography, links, focus ring and helpers: what every widget adopts. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-inline-size: 0;
  }
  :host([hidden]) {
    display: none;
  }
  .base {
    --_rem: max(var(--_text-size), 15px);
    --_s1: var(--_space-unit);
    --_s2: calc(var(--_space-unit) * 2);
    --_s3: calc(var(--_space-unit) * 3);
    --_s4: calc(var(--_space-unit) * 4);
    --_s6: calc(var(--_space-unit) * 6);
    /* Inside boxes and buttons: narrower where the widget is. */
    --_inset: clamp(var(--_s4), 5cqi, var(--_s6));
    --_s8: calc(var(--_space-unit) * 8);
    --_s12: calc(var(--_space-unit) * 12);
    --_small: calc(var(--_rem) * 0.9375);
    --_body: calc(var(--_rem) * 1.125);
    --_h3: calc(var(--_rem) * 1.25);
    --_h2: calc(var(--_rem) * 1.4375);
    --_h1: calc(var(--_rem) * 1.875);
    box-sizing: border-box;
    container-type: inline-size;
    /* What a container says of its own width is nothing: in a dialog, a float or an inline block the widget would vanish. */
    contain-intrinsic-inline-size: min(40rem, 90vw);
    color: var(--_ink-color);
    background: var(--_paper-color);
    font: 400 var(--_body) / 1.5 var(--_text-font);
    text-wrap: pretty;
    overflow-wrap: break-word;
    /* Here and not on the host, where rules of the page such as \`* { all: unset }\` would win. */
    direction: ltr;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
    cursor: auto;
    visibility: visible;
    -webkit-text-size-adjust: 100%;
  }
  .base[data-scheme='light'] {
    color-scheme: light;
  }
  .base[data-scheme='dark'] {
    color-scheme: dark;
  }
  .base[data-scheme='auto'] {
    color-scheme: light dark;
  }
  /* Colours of one's own need room to the page's. */
  .base[data-scheme] {
    padding: var(--_s4);
    border-radius: var(--_card-radius);
  }
  .base[data-text='large'] {
    --_rem: calc(max(var(--_text-size), 15px) * var(--sewaka-text-zoom, 1.25));
  }
  .base[data-text='larger'] {
    --_rem: calc(max(var(--_text-size), 15px) * var(--sewaka-text-zoom, 1.5));
  }
  .base[data-density='compact'] {
    --_space-unit: 3px;
    --_body: var(--_rem);
  }
  .base *,
  .base *::before {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-family: inherit;
    font-size: var(--_h3);
    font-weight: 650;
    line-height: 1.2;
    color: inherit;
    text-wrap: balance;
  }
  .title {
    font-size: clamp(var(--_h2), 1rem + 3cqi, var(--_h1));
    letter-spacing: -0.01em;
  }
  .section {
    font-size: var(--_h2);
  }
  p,
  ul,
  ol,
  dl {
    margin: 0;
  }
  p,
  li {
    max-width: var(--_text-measure);
  }
  a,
  .link {
    color: var(--_primary-color);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover,
  .link:hover {
    color: var(--_primary-hover-color);
    text-decoration-thickness: 3px;
  }
  :focus-visible {
    outline: 3px solid var(--_focus-color);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_focus-edge-color);
    border-radius: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
    box-shadow: none;
  }
  .icon {
    display: inline-block;
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.28em;
  }
  .icon > svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--_muted-color);
  }
  .small {
    font-size: var(--_small);
  }
  .numeric {
    font-variant-numeric: tabular-nums;
  }
  .code {
    font-family: var(--_code-font);
    font-variant-numeric: tabular-nums slashed-zero;
    letter-spacing: 0.02em;
  }
  .letter-number > span {
    white-space: nowrap;
  }
  .stack > * + * {
    margin-block-start: var(--_s4);
  }
  .stack-wide > * + * {
    margin-block-start: var(--_s8);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3) var(--_s4);
    align-items: center;
  }
  .poleng {
    block-size: 6px;
    background: repeating-conic-gradient(#1c1b1a 0 25%, #fff 0 50%) 0 0 / 6px 6px;
    forced-color-adjust: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .fade {
      animation: fade 150ms ease-out;
    }
    @keyframes fade {
      from {
        opacity: 0;
      }
    }
  }
  @media print {
    .base {
      /* Paper is white, whatever the screen. */
      color-scheme: light !important;
      color: #000;
      background: #fff;
      font-size: 11pt;
    }
    .no-print {
      display: none;
    }
  }
`;
