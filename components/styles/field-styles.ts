/** The look that all field elements share: one list of sheets, adopted by every root. */
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
    p,
    fieldset {
      margin: 0;
    }
    fieldset {
      min-inline-size: 0;
      padding: 0;
      border: 0;
    }
    label,
    legend,
    .label {
      padding: 0;
      font-weight: 600;
    }
    label {
      display: block;
    }
    .part label,
    .option {
      font-weight: 400;
    }
    #h,
    .note {
      color: var(--_muted);
    }
    #e,
    .error {
      color: var(--_error);
      font-weight: 600;
    }
    #e::before,
    .error::before {
      content: '\\26A0\\FE0E\\2002' / '';
    }
    :host(:state(invalid)) {
      padding-inline-start: calc(2 * var(--_space));
      border-inline-start: 5px solid var(--_error);
    }
    input,
    select,
    textarea,
    button {
      min-block-size: var(--_target);
      max-inline-size: 100%;
      padding: 0.375em 0.75em;
      border: 2px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    input,
    textarea {
      inline-size: 100%;
    }
    input,
    select,
    textarea,
    .option {
      margin-block-start: var(--_space);
    }
    [part~='short'] {
      inline-size: 16em;
    }
    [part~='number'] {
      inline-size: 10em;
    }
    .year {
      inline-size: 5.5em;
    }
    .month,
    .day {
      inline-size: 4em;
    }
    .part label {
      margin-block-start: var(--_space);
    }
    .row label,
    .option > input {
      margin-block-start: 0;
    }
    [part~='capitals'] {
      text-transform: uppercase;
    }
    [aria-invalid='true'] {
      border-color: var(--_error);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 2px;
    }
    [readonly] {
      background: var(--_tint);
    }
    :disabled {
      border-style: dashed;
      opacity: 0.7;
    }
    [type='radio'],
    [type='checkbox'] {
      inline-size: 1.5em;
      min-block-size: 1.5em;
      flex: none;
      accent-color: var(--_accent);
    }
    .option {
      display: flex;
      gap: 0.75em;
      align-items: center;
      min-block-size: var(--_target);
    }
    .indent {
      padding-inline-start: 2.25em;
    }
    legend + .option {
      margin-block-start: 0;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_space);
      align-items: end;
    }
    button {
      padding-inline: 1em;
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
      cursor: pointer;
    }
    button:hover:enabled {
      background: var(--_tint);
    }
    .unit {
      margin-inline-start: var(--_space);
    }
    .value {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
    .source,
    .note {
      font-size: var(--_small);
    }
    .source {
      margin-block-start: var(--_space);
      color: var(--_muted);
    }
    .official,
    .changed,
    .statement {
      padding: var(--_space) calc(2 * var(--_space));
      border-inline-start: 5px double var(--_accent);
      background: var(--_tint);
    }
    .official > .value {
      font-size: 1.15em;
    }
    .changed,
    .statement {
      margin-block-start: var(--_space);
    }
    .verdict,
    .changed button,
    .changed label,
    .option + label {
      margin-block-start: calc(1.5 * var(--_space));
    }
    .badge {
      display: inline-block;
      padding-inline: 0.5em;
      border: 1px solid var(--_accent);
      border-radius: var(--_radius);
      color: var(--_accent);
    }
    .badge::before {
      content: '\\2713\\2002' / '';
    }
    summary {
      inline-size: fit-content;
      min-block-size: var(--_target);
      padding-block: var(--_space);
      color: var(--_accent);
      cursor: pointer;
    }
    .hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (forced-colors: active) {
      :host(:state(invalid)) {
        border-color: Mark;
      }
      button {
        border-color: ButtonBorder;
        color: ButtonText;
      }
    }
    @media print {
      button,
      details:not([open]) {
        display: none;
      }
      input,
      select,
      textarea {
        border-width: 0 0 1px;
        border-radius: 0;
        background: none;
      }
    }
  `,
];
