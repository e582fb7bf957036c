import { css } from 'lit';
import { tokens } from '../styles/tokens.ts';

export const consentStyles = [
  tokens,
  css`
    :host {
      --_rule: 1px solid color-mix(in srgb, var(--_line) 40%, transparent);
      display: block;
      font: var(--_size) / 1.7 var(--_font);
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
    h3,
    h4,
    p,
    dl,
    dd,
    fieldset {
      min-inline-size: 0;
      margin: 0 0 0.5em;
      padding: 0;
      border: 0;
    }
    h2 {
      font-size: 1.5em;
    }
    h3 {
      margin-block-start: 1.75em;
      font-size: 1.2em;
    }
    h4,
    dt,
    legend,
    label,
    summary,
    .error,
    .button {
      font-size: 1em;
      font-weight: 600;
    }
    .calm {
      padding: 0.75em 1em;
      border-inline-start: 0.3em solid var(--_accent);
      background: var(--_tint);
    }
    dl > div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1em;
      padding-block: 0.4em;
      border-block-end: var(--_rule);
    }
    dt {
      flex: 0 1 11em;
    }
    dd {
      flex: 1 1 14em;
      margin: 0;
      white-space: pre-line;
    }
    .set,
    .way {
      margin-block-end: 0.75em;
      padding: 1em;
      border: var(--_rule);
      border-radius: var(--_radius);
    }
    .about > * {
      display: block;
    }
    .about strong,
    .error {
      color: var(--_error);
    }
    summary {
      padding-block: 0.4em;
      min-block-size: var(--_target);
      cursor: pointer;
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      table-layout: fixed;
    }
    th,
    td {
      padding: 0.35em 0.5em 0.35em 0;
      border-block-end: var(--_rule);
      text-align: start;
      vertical-align: top;
    }
    tbody th {
      font-weight: 400;
    }
    @media (min-width: 36em) {
      th:first-child {
        inline-size: 11em;
      }
    }
    .pick {
      display: flex;
      gap: 0.6em;
      align-items: center;
      min-block-size: var(--_target);
      cursor: pointer;
    }
    .pick input {
      flex: none;
      inline-size: 1.5em;
      block-size: 1.5em;
      accent-color: var(--_accent);
    }
    .ways {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18em, 100%), 1fr));
      gap: 1em;
    }
    .way {
      display: flex;
      flex-direction: column;
    }
    .id {
      max-inline-size: 14em;
      padding: 0.5em;
      border: 2px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    .id[aria-invalid='true'] {
      border-color: var(--_error);
    }
    .button {
      display: grid;
      place-items: center;
      margin-block-start: auto;
      min-block-size: 3rem;
      padding: 0.5em 1em;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: var(--_accent);
      color: var(--_on-accent);
      font-family: inherit;
      text-align: center;
      text-decoration: none;
      cursor: pointer;
    }
    .button[aria-disabled='true'] {
      cursor: progress;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    @media print {
      .ways,
      .equal,
      #choose {
        display: none;
      }
      .set {
        break-inside: avoid;
      }
      details::details-content {
        content-visibility: visible;
        block-size: auto;
      }
    }
  `,
];
