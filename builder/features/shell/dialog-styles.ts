/** What the builder's dialogs share. */
import { css } from 'lit';
import { builderTokens } from './builder-tokens.ts';

export const dialogStyles = [
  builderTokens,
  css`
    dialog {
      box-sizing: border-box;
      inline-size: min(36rem, 94vw);
      margin-block-start: 8vh;
      padding: 1.25rem;
      border: 1px solid var(--_hair);
      border-radius: 0.75rem;
      background: var(--_surface);
      color: var(--_text);
      box-shadow: var(--_pop);
      font: var(--_size) / 1.5 var(--_font);
    }
    dialog::backdrop {
      background: rgb(0 0 0 / 40%);
    }
    h2 {
      margin: 0;
      font-size: 1.2rem;
    }
    p,
    label {
      margin: 0.25rem 0 0;
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    input[type='search'],
    input[role='combobox'],
    textarea {
      box-sizing: border-box;
      inline-size: 100%;
      min-block-size: var(--_target);
      padding: 0.4rem 0.75rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
      font-size: var(--_size);
    }
    button {
      min-block-size: var(--_target);
      padding: 0 0.9rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      font-size: var(--_small);
      cursor: pointer;
    }
    button:hover:not(:disabled) {
      background: var(--_tint);
    }
    button.main {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
    }
    button.main:hover:not(:disabled) {
      background: var(--_accent);
      filter: brightness(1.08);
    }
    button.quiet {
      border-color: transparent;
      background: none;
      color: var(--_accent);
    }
    button:disabled {
      opacity: 0.55;
      cursor: default;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: center;
      justify-content: end;
      margin-block-start: 0.9rem;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
  `,
];
