/** The theme: every colour, space and size of the kit, as `--mydata-*` custom properties with their defaults. */
import { css } from 'lit';

export const tokens = css`
  :host {
    color-scheme: var(--mydata-color-scheme, light dark);
    --_text: var(--mydata-color-text, light-dark(#1b1f23, #e9ecef));
    --_muted: var(--mydata-color-muted, light-dark(#4a5158, #b8c0c8));
    --_surface: var(--mydata-color-surface, light-dark(#ffffff, #14181c));
    --_tint: var(--mydata-color-tint, light-dark(#f1f5f4, #1f262b));
    --_line: var(--mydata-color-line, light-dark(#6b747c, #8f99a3));
    --_accent: var(--mydata-color-accent, light-dark(#0b5d57, #6fd3c7));
    --_on-accent: var(--mydata-color-on-accent, light-dark(#ffffff, #06201e));
    --_error: var(--mydata-color-error, light-dark(#b3261e, #ffb4a9));
    --_focus: var(--mydata-color-focus, light-dark(#0b57d0, #a8c7fa));
    --_space: var(--mydata-space, 0.5rem);
    --_radius: var(--mydata-radius, 0.375rem);
    --_target: var(--mydata-target-size, 2.75rem);
    --_font: var(
      --mydata-font-family,
      system-ui,
      'PingFang TC',
      'Microsoft JhengHei',
      'Noto Sans TC',
      'Noto Sans CJK TC',
      sans-serif
    );
    --_size: var(--mydata-font-size, max(1.125rem, 18px));
    --_small: var(--mydata-font-size-small, max(1rem, 16px));
  }
`;
