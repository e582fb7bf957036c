/** The kit's theme, and what the builder needs beside it: it is a tool, so its text is a little smaller than a resident's page. */
import { css } from 'lit';
import { tokens } from '#components/styles/tokens.ts';

export const builderTokens = [
  tokens,
  css`
    :host {
      --_size: var(--mydata-font-size, 1rem);
      --_small: 0.9375rem;
      --_tiny: 0.875rem;
      --_target: 2.5rem;
      --_desk: light-dark(#e9eeee, #0d1114);
      --_hair: light-dark(#d5dcdc, #333c43);
      --_chosen: light-dark(#e2f3f0, #12302d);
      --_shadow: 0 1px 2px rgb(0 0 0 / 8%), 0 2px 8px rgb(0 0 0 / 5%);
      --_pop: 0 6px 28px rgb(0 0 0 / 25%);
    }
  `,
];
