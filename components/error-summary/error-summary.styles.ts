import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';

export const errorSummaryStyles = [
  tokens,
  css`
    :host {
      display: block;
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
    }
    :host([hidden]) {
      display: none;
    }
    div {
      padding: calc(2 * var(--_space));
      border: 4px solid var(--_error);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    h2 {
      margin: 0;
      font-size: 1.25em;
    }
    ul {
      margin: var(--_space) 0 0;
      padding: 0;
      list-style: none;
    }
    a {
      display: inline-block;
      padding-block: 0.5em;
      color: var(--_error);
      font-weight: 600;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
  `,
];
