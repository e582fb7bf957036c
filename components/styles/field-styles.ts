/** The look that all field elements share: one sheet, adopted by every root. */
import { css } from 'lit';
import { tokens } from './tokens.ts';

export const fieldStyles = [
  tokens,
  css`
    :host {
      display: block;
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
    }
    :host([hidden]),
    p:empty {
      display: none;
    }
    * {
      box-sizing: border-box;
    }
    p {
      margin: 0;
    }
    label,
    legend,
    .label {
      font-weight: 600;
      padding: 0;
    }
  `,
];
