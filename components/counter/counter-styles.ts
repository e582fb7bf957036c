import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';

export const counterStyles = [
  tokens,
  css`
    :host {
      display: block;
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
      overflow-wrap: anywhere;
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
    }
    h2,
    p,
    form {
      margin: 0 0 0.75em;
    }
    h2 {
      font-size: 1.6em;
      line-height: 1.3;
    }
    label {
      display: block;
      font-weight: 600;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75em;
      align-items: end;
    }
    .row > div {
      flex: 1 1 12em;
      min-inline-size: 0;
    }
    input,
    select,
    button {
      min-block-size: max(var(--_target), 3rem);
      padding: 0.3em 0.7em;
      font: inherit;
      color: inherit;
      background: var(--_surface);
      border: 2px solid var(--_line);
      border-radius: var(--_radius);
      max-inline-size: 100%;
    }
    input,
    .time {
      font-size: 1.5em;
      font-variant-numeric: tabular-nums;
    }
    input {
      inline-size: 100%;
      letter-spacing: 0.1em;
    }
    input[aria-invalid='true'] {
      border-color: var(--_error);
    }
    button {
      padding-inline: 1.4em;
      font-weight: 600;
    }
    button.main {
      color: var(--_on-accent);
      background: var(--_accent);
      border-color: var(--_accent);
    }
    button[aria-disabled='true'] {
      color: var(--_muted);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    .error {
      color: var(--_error);
    }
    .locked {
      padding: 1em;
      border: 3px solid var(--_error);
      border-radius: var(--_radius);
    }
    video {
      display: block;
      inline-size: 100%;
      max-block-size: 50vh;
      margin-block-end: 0.75em;
    }
    .quiet {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
];
