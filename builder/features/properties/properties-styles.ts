import { css } from 'lit';
import { builderTokens } from '../shell/builder-tokens.ts';

export const propertiesStyles = [
  builderTokens,
  css`
    :host {
      display: block;
      overflow: auto;
      background: var(--_surface);
      color: var(--_text);
      font: var(--_small) / 1.5 var(--_font);
    }
    .settings,
    :host > .note {
      display: grid;
      gap: 0.9rem;
      padding: 1rem;
    }
    h2 {
      margin: 0;
      font-size: 1rem;
    }
    fieldset {
      display: grid;
      gap: 0.6rem;
      min-inline-size: 0;
      margin: 0;
      padding: 0.75rem 0 0;
      border: 0;
      border-block-start: 1px solid var(--_hair);
    }
    fieldset.pair {
      padding: 0;
      border: 0;
      gap: 0.3rem;
    }
    legend {
      padding: 0;
      font-weight: 600;
    }
    fieldset:not(.pair) > legend {
      float: inline-start;
      inline-size: 100%;
    }
    .control {
      display: grid;
      gap: 0.15rem;
      min-inline-size: 0;
    }
    .pair .control {
      grid-template-columns: max-content minmax(0, 1fr);
      column-gap: 0.6rem;
      align-items: center;
    }
    .control > span {
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    input:not([type='checkbox']),
    select,
    textarea {
      inline-size: 100%;
      box-sizing: border-box;
      min-block-size: 2.25rem;
      padding: 0.25rem 0.5rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    textarea {
      resize: vertical;
    }
    .wrong {
      color: var(--_error);
      font-weight: 600;
    }
    /* Not while it is being written. */
    .control:focus-within + small .wrong {
      display: none;
    }
    .id {
      font-family: ui-monospace, monospace;
    }
    small,
    .note {
      margin: 0;
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    .tick {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-block-size: 2rem;
    }
    .tick input {
      inline-size: 1.15rem;
      block-size: 1.15rem;
      accent-color: var(--_accent);
    }
    .row {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(4.5rem, 1fr));
      gap: 0.5rem;
      align-items: end;
    }
    ol {
      display: grid;
      gap: 0.75rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .clauses li,
    .role {
      display: grid;
      gap: 0.3rem;
      padding: 0.6rem;
      border-radius: var(--_radius);
      background: var(--_tint);
    }
    .options .row {
      grid-template-columns: minmax(0, 1fr) auto auto;
      margin-block-start: 0.3rem;
    }
    .sources li {
      display: flex;
      gap: 0.25rem;
      align-items: center;
      color: var(--_accent);
    }
    .sources span {
      flex: 1;
    }
    button {
      min-block-size: 2.25rem;
      padding: 0 0.75rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      cursor: pointer;
    }
    button.quiet {
      min-inline-size: 2.25rem;
      padding: 0;
      border-color: transparent;
      justify-self: end;
    }
    button:hover:not(:disabled) {
      background: var(--_tint);
    }
    button:disabled {
      color: var(--_muted);
      opacity: 0.5;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
  `,
];
