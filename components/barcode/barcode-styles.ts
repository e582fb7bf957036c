import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';

export const barcodeStyles = [
  tokens,
  css`
    :host {
      display: block;
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
      text-align: center;
      overflow-wrap: anywhere;
    }
    :host([hidden]) {
      display: none;
    }
    p {
      margin: 0.4em 0;
    }
    /* Black on white in any theme: scanners read light back, and some can not read it inverted. */
    .plate {
      padding-block: 0.75rem;
      border-radius: var(--_radius);
      background: #fff;
      color: #000;
      color-scheme: only light;
      forced-color-adjust: none;
      print-color-adjust: exact;
      overflow: hidden;
    }
    svg {
      display: block;
      margin-inline: auto;
    }
    .paper {
      display: none;
    }
    .serial {
      font:
        700 1.75em/1.4 ui-monospace,
        Menlo,
        Consolas,
        monospace;
      word-spacing: 0.2em;
    }
    .left {
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }
    .say {
      min-block-size: 1.6em;
      font-weight: 600;
    }
    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--_space);
    }
    button {
      min-block-size: var(--_target);
      padding: 0.4em 1em;
      border: 2px solid var(--_accent);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_accent);
      font: 600 1em/1.2 var(--_font);
      cursor: pointer;
    }
    .main {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    details {
      margin-block-start: 1em;
      text-align: start;
    }
    summary {
      padding-block: 0.5em;
      min-block-size: var(--_target);
      box-sizing: border-box;
      font-weight: 600;
      cursor: pointer;
    }
    dialog {
      box-sizing: border-box;
      inline-size: 100%;
      max-inline-size: none;
      block-size: 100%;
      max-block-size: none;
      padding: 0.5rem 0;
      border: 0;
      background: #fff;
      color: #000;
      color-scheme: only light;
      forced-color-adjust: none;
    }
    dialog[open] {
      display: grid;
      align-content: center;
    }
    dialog button {
      background: #fff;
      border-color: #000;
      color: #000;
    }
    dialog .serial {
      font-size: max(2em, min(4em, 11vw));
    }
    @media (pointer: fine) {
      .bright {
        display: none;
      }
    }
    .card {
      box-sizing: border-box;
      inline-size: 85.6mm;
      max-inline-size: 100%;
      min-block-size: 54mm;
      margin-inline: auto;
      border: 1px dashed #767676;
      font-size: 1rem;
      line-height: 1.35;
    }
    .card p {
      margin: 0.15em 0.5em;
    }
    @media print {
      :host {
        color: #000;
      }
      .screen,
      .row,
      .bright,
      .auto,
      .say:empty,
      details,
      dialog {
        display: none !important;
      }
      .paper {
        display: block;
      }
      .plate {
        break-inside: avoid;
      }
      .card {
        inline-size: 85.6mm;
        max-inline-size: none;
        block-size: 54mm;
        padding: 2mm 0;
      }
    }
  `,
];
