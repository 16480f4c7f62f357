// Generated from tokens/*.json by build-tokens.mjs; do not edit.
import { css } from 'lit';

/** Design tokens as private properties of the widget's root; each reads its public `--sewaka-…` first. */
export const tokens = css`
.base {
  --_space-unit: var(--sewaka-space-unit, 4px);
  --_control-radius: var(--sewaka-control-radius, 6px);
  --_control-height: var(--sewaka-control-height, 46px);
  --_card-radius: var(--sewaka-card-radius, 10px);
  --_text-font: var(--sewaka-text-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Balinese', sans-serif);
  --_text-size: var(--sewaka-text-size, 1rem);
  --_text-measure: var(--sewaka-text-measure, 66ch);
  --_code-font: var(--sewaka-code-font, ui-monospace, 'Cascadia Mono', 'Roboto Mono', 'DejaVu Sans Mono', monospace);
  --_paper-color: var(--sewaka-paper-color, light-dark(#ffffff, #151412));
  --_surface-color: var(--sewaka-surface-color, light-dark(#f6f3ee, #201e1b));
  --_line-color: var(--sewaka-line-color, light-dark(#ddd6cb, #3a3631));
  --_ink-color: var(--sewaka-ink-color, light-dark(#1c1b1a, #f3f0ea));
  --_muted-color: var(--sewaka-muted-color, light-dark(#5a554e, #b9b2a7));
  --_border-color: var(--sewaka-border-color, light-dark(#7a736a, #8f877b));
  --_primary-color: var(--sewaka-primary-color, light-dark(#0a5568, #6cc3d5));
  --_primary-hover-color: var(--sewaka-primary-hover-color, light-dark(#073f4e, #96d6e3));
  --_primary-on-color: var(--sewaka-primary-on-color, light-dark(#ffffff, #04262f));
  --_primary-tint-color: var(--sewaka-primary-tint-color, light-dark(#e6f1f4, #12303a));
  --_accent-color: var(--sewaka-accent-color, light-dark(#9c3a1e, #e58a6c));
  --_danger-color: var(--sewaka-danger-color, light-dark(#a4161a, #ff9c94));
  --_danger-on-color: var(--sewaka-danger-on-color, light-dark(#ffffff, #3b0506));
  --_danger-tint-color: var(--sewaka-danger-tint-color, light-dark(#fcecea, #3c1715));
  --_success-color: var(--sewaka-success-color, light-dark(#1f6b3a, #7fd19b));
  --_success-on-color: var(--sewaka-success-on-color, light-dark(#ffffff, #06210f));
  --_success-tint-color: var(--sewaka-success-tint-color, light-dark(#e8f3ea, #14301d));
  --_warning-color: var(--sewaka-warning-color, light-dark(#6b4700, #f5c451));
  --_warning-tint-color: var(--sewaka-warning-tint-color, light-dark(#fff3d1, #362a0c));
  --_focus-color: var(--sewaka-focus-color, #f2b705);
  --_focus-edge-color: var(--sewaka-focus-edge-color, #1c1b1a);
}
@supports not (color: light-dark(#000, #fff)) {
.base {
  --_paper-color: var(--sewaka-paper-color, #ffffff);
  --_surface-color: var(--sewaka-surface-color, #f6f3ee);
  --_line-color: var(--sewaka-line-color, #ddd6cb);
  --_ink-color: var(--sewaka-ink-color, #1c1b1a);
  --_muted-color: var(--sewaka-muted-color, #5a554e);
  --_border-color: var(--sewaka-border-color, #7a736a);
  --_primary-color: var(--sewaka-primary-color, #0a5568);
  --_primary-hover-color: var(--sewaka-primary-hover-color, #073f4e);
  --_primary-on-color: var(--sewaka-primary-on-color, #ffffff);
  --_primary-tint-color: var(--sewaka-primary-tint-color, #e6f1f4);
  --_accent-color: var(--sewaka-accent-color, #9c3a1e);
  --_danger-color: var(--sewaka-danger-color, #a4161a);
  --_danger-on-color: var(--sewaka-danger-on-color, #ffffff);
  --_danger-tint-color: var(--sewaka-danger-tint-color, #fcecea);
  --_success-color: var(--sewaka-success-color, #1f6b3a);
  --_success-on-color: var(--sewaka-success-on-color, #ffffff);
  --_success-tint-color: var(--sewaka-success-tint-color, #e8f3ea);
  --_warning-color: var(--sewaka-warning-color, #6b4700);
  --_warning-tint-color: var(--sewaka-warning-tint-color, #fff3d1);
  --_focus-color: var(--sewaka-focus-color, #f2b705);
  --_focus-edge-color: var(--sewaka-focus-edge-color, #1c1b1a);
}
}
@media (prefers-contrast: more) {
.base {
  --_surface-color: light-dark(#ffffff, #000000);
  --_line-color: light-dark(#5a554e, #b9b2a7);
  --_ink-color: light-dark(#000000, #ffffff);
  --_muted-color: light-dark(#2b2926, #e6e0d6);
  --_border-color: light-dark(#1c1b1a, #e6e0d6);
  --_primary-color: light-dark(#043443, #a6e3f0);
  --_primary-hover-color: light-dark(#000000, #ffffff);
  --_primary-tint-color: light-dark(#ffffff, #000000);
  --_accent-color: light-dark(#6e2410, #ffb59c);
  --_danger-color: light-dark(#7d0b0f, #ffc2bd);
  --_danger-tint-color: light-dark(#ffffff, #000000);
  --_success-color: light-dark(#0c4a24, #b0f0c5);
  --_success-tint-color: light-dark(#ffffff, #000000);
  --_warning-color: light-dark(#4a3000, #ffe08f);
  --_warning-tint-color: light-dark(#ffffff, #000000);
}
}
.base[data-contrast='more'] {
  --_surface-color: light-dark(#ffffff, #000000);
  --_line-color: light-dark(#5a554e, #b9b2a7);
  --_ink-color: light-dark(#000000, #ffffff);
  --_muted-color: light-dark(#2b2926, #e6e0d6);
  --_border-color: light-dark(#1c1b1a, #e6e0d6);
  --_primary-color: light-dark(#043443, #a6e3f0);
  --_primary-hover-color: light-dark(#000000, #ffffff);
  --_primary-tint-color: light-dark(#ffffff, #000000);
  --_accent-color: light-dark(#6e2410, #ffb59c);
  --_danger-color: light-dark(#7d0b0f, #ffc2bd);
  --_danger-tint-color: light-dark(#ffffff, #000000);
  --_success-color: light-dark(#0c4a24, #b0f0c5);
  --_success-tint-color: light-dark(#ffffff, #000000);
  --_warning-color: light-dark(#4a3000, #ffe08f);
  --_warning-tint-color: light-dark(#ffffff, #000000);
}
`;
