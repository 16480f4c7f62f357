import { html, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** The dark modules of a QR code as one SVG path, a unit square each; `size` counts the quiet zone on both sides. */
export function qrPath(value: string): { readonly d: string; readonly size: number } {
  const { data, size } = encode(value, { ecc: 'M', border: 4 });
  let d = '';
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) d += `M${x} ${y}h1v1h-1z`;
    }),
  );
  return { d, size };
}

/** A QR code; always dark on white, whatever the scheme, so that every camera reads it. `label` says what it opens. */
export function qr(value: string, label: string): TemplateResult {
  const { d, size } = qrPath(value);
  return html`<svg class="qr" part="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${d} fill="#000"></path>`}
  </svg>`;
}
