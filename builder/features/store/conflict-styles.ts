import { css } from 'lit';
import { dialogStyles } from '../shell/dialog-styles.ts';

export const conflictStyles = [
  dialogStyles,
  css`
    dialog {
      inline-size: min(56rem, 96vw);
      max-block-size: 90dvh;
      margin-block: 4vh;
      padding: 0;
      overflow: hidden;
    }
    dialog[open] {
      display: grid;
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .body {
      padding: 1.25rem 1.5rem;
      overflow: auto;
    }
    h2:focus {
      outline: none;
    }
    h3 {
      margin: 1.25rem 0 0.25rem;
      font-size: 1.05rem;
    }
    p {
      color: var(--_text);
      font-size: var(--_size);
    }
    .alone {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: 0 2rem;
    }
    h4 {
      margin: 0.5rem 0 0;
      color: var(--_muted);
      font-size: var(--_small);
    }
    ul {
      max-block-size: 11rem;
      margin: 0.25rem 0 0;
      padding-inline-start: 1.25rem;
      overflow: auto;
      font-size: var(--_small);
    }
    .all {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-block: 0.5rem;
    }
    fieldset {
      min-inline-size: 0;
      margin: 0.75rem 0 0;
      padding: 0.5rem 0.9rem 0.9rem;
      border: 1px solid var(--_hair);
      border-radius: var(--_radius);
    }
    legend {
      padding-inline: 0.35rem;
      font-weight: 600;
    }
    fieldset.open {
      border-color: var(--_error);
    }
    .was {
      margin: 0 0 0.5rem;
      color: var(--_muted);
      font-size: var(--_small);
    }
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 0.6rem;
    }
    .side {
      display: block;
      margin: 0;
      padding: 0.5rem 0.75rem 0.75rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      color: var(--_text);
      font-size: var(--_size);
      cursor: pointer;
    }
    .side:hover {
      background: var(--_tint);
    }
    .side:has(:checked) {
      border-color: var(--_accent);
      background: var(--_chosen);
      box-shadow: inset 0 0 0 1px var(--_accent);
    }
    .pick {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-block-size: var(--_target);
      font-weight: 600;
    }
    .pick input {
      inline-size: 1.25rem;
      block-size: 1.25rem;
      margin: 0;
      accent-color: var(--_accent);
    }
    .value {
      display: block;
      max-block-size: 12rem;
      overflow: auto;
      overflow-wrap: anywhere;
      font-size: var(--_small);
    }
    .value span {
      display: block;
    }
    .foot {
      margin: 0;
      padding: 0.75rem 1.5rem;
      border-block-start: 1px solid var(--_hair);
    }
    .foot p {
      flex: 1 1 14rem;
      margin: 0;
      font-size: var(--_small);
    }
    .foot .error {
      color: var(--_error);
      font-weight: 600;
    }
    details {
      margin-block-start: 1.25rem;
      padding-block-start: 0.5rem;
      border-block-start: 1px solid var(--_hair);
    }
    summary {
      min-block-size: 2rem;
      cursor: pointer;
    }
    .ways {
      display: grid;
      gap: 0.75rem;
    }
    .ways > button {
      text-align: start;
    }
    .ways small {
      display: block;
      padding-block-end: 0.35rem;
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    .copy {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5rem;
      align-items: end;
    }
    .copy input {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: var(--_target);
      padding: 0 0.6rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    @media (width < 40rem) {
      .body {
        padding: 1rem;
      }
      .foot {
        padding: 0.6rem 1rem;
      }
      .foot button {
        flex: 1 1 8rem;
      }
    }
  `,
];
