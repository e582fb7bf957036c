import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';
import { checkStyles } from './check-styles.ts';

export const formStyles = [
  tokens,
  css`
    :host {
      --_rule: 1px solid color-mix(in srgb, var(--_line) 40%, transparent);
      display: block;
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
      overflow-wrap: anywhere;
    }
    :host([hidden]),
    [hidden] {
      display: none !important;
    }
    * {
      box-sizing: border-box;
    }
    h2,
    h3,
    h4,
    p,
    ol,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    h2 {
      font-size: 1.5em;
      line-height: 1.35;
    }
    h3 {
      font-size: 1.2em;
      line-height: 1.4;
    }
    h4 {
      font-size: 1em;
    }
    h3,
    h4 {
      break-after: avoid;
    }
    /* Blocks, not a grid: a grid of hundreds of rows is laid out anew at each key. */
    .page > *,
    form > *,
    .step > *,
    .section > * {
      margin-block-end: calc(3 * var(--_space));
    }
    .section + .section,
    .step + .step {
      margin-block-start: calc(5 * var(--_space));
    }
    .hint,
    .position,
    .source {
      color: var(--_muted);
      font-size: var(--_small);
    }
    .banner,
    .alert,
    .missing {
      padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
      border-inline-start: 0.3em solid var(--_accent);
      background: var(--_tint);
    }
    .missing {
      margin-block-end: var(--_space);
      padding-block: var(--_space);
      font-size: var(--_small);
    }
    .missing.hint {
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
    }
    .alert {
      border-color: var(--_error);
    }
    .page > p:empty {
      display: none;
    }
    .progress ol {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space) calc(3 * var(--_space));
      list-style: none;
    }
    .progress .here,
    .progress .link {
      display: inline-flex;
      align-items: center;
      gap: var(--_space);
      min-block-size: var(--_target);
      text-decoration-line: none;
    }
    .progress .link:hover {
      text-decoration-line: underline;
    }
    .number {
      display: grid;
      place-items: center;
      inline-size: 1.8em;
      block-size: 1.8em;
      border: 2px solid currentColor;
      border-radius: 50%;
      font-size: var(--_small);
    }
    [aria-current] .number {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    [aria-current] {
      font-weight: 700;
    }
    [aria-current] .number,
    .done .number {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: calc(2 * var(--_space));
    }
    button {
      min-block-size: 3rem;
      padding: var(--_space) calc(3 * var(--_space));
      border: 2px solid var(--_accent);
      border-radius: var(--_radius);
      background: transparent;
      color: var(--_accent);
      font: inherit;
      font-weight: 600;
      cursor: pointer;
    }
    button.main {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    button.link {
      min-block-size: var(--_target);
      padding: 0;
      border: 0;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    button[aria-disabled='true'] {
      opacity: 0.75;
      cursor: progress;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    h2:focus-visible {
      outline: none;
    }
    .away {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .saved {
      min-block-size: 1.6em;
      color: var(--_muted);
      font-size: var(--_small);
    }
    @media (max-width: 36em) {
      /* The numbers alone: six titles would fill the first screen, and the heading says the one that counts. */
      .progress ol {
        gap: 0;
      }
      .progress .here,
      .progress .link {
        justify-content: center;
        min-inline-size: var(--_target);
      }
      .progress .name {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      .acts button {
        inline-size: 100%;
      }
    }
    @media (forced-colors: active) {
      [aria-current] .number,
      button.main {
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
    }
    @media print {
      .progress,
      .acts,
      .act,
      .saved,
      .alert {
        display: none;
      }
    }
  `,
  checkStyles,
];
