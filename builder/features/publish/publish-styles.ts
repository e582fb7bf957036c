import { css } from 'lit';
import { changesStyles } from '../review/changes-styles.ts';
import { propertiesStyles } from '../properties/properties-styles.ts';

export const publishStyles = [
  propertiesStyles,
  changesStyles,
  css`
    :host {
      display: block;
      padding: 1.25rem 1rem 3rem;
      overflow: auto;
      color: var(--_text);
      font: var(--_small) / 1.6 var(--_font);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      gap: 1.25rem;
      max-inline-size: 92rem;
      margin-inline: auto;
      align-items: start;
    }
    .sheet {
      display: block;
      padding: 1.1rem 1.25rem;
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
      outline: 1px solid var(--_hair);
    }
    .sheet + .sheet {
      margin-block-start: 1.25rem;
    }
    /* Beside each other, not one a little below. */
    .columns > .sheet {
      margin-block-start: 0;
    }
    h2 {
      margin: 0 0 0.5rem;
      font-size: 1.15rem;
    }
    h3 {
      margin: 1rem 0 0.35rem;
      font-size: 1rem;
    }
    .codes h3,
    .proof h3 {
      margin: 0.75rem 0 0.25rem;
      font-size: var(--_small);
    }
    .codes h3 small,
    .proof h3 small {
      color: var(--_muted);
      font-weight: 400;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      justify-content: space-between;
    }
    .sum {
      margin: 0;
      font-weight: 600;
    }
    .sum.bad {
      color: var(--_error);
    }
    .sum.good {
      color: var(--_accent);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul.blocks li,
    ul.warns li,
    ul.done li {
      display: grid;
      grid-template-columns: 1.75rem minmax(0, 1fr) auto auto;
      gap: 0.5rem;
      align-items: center;
      min-block-size: 2.75rem;
      padding-block: 0.35rem;
      border-block-start: 1px solid var(--_hair);
    }
    ul p {
      margin: 0;
    }
    ul small {
      display: inline-block;
      margin-inline-end: 0.4rem;
      padding: 0 0.5rem;
      border: 1px solid var(--_hair);
      border-radius: 1rem;
      color: var(--_muted);
      font-size: 0.8125rem;
    }
    .sign {
      font-weight: 700;
      text-align: center;
    }
    .blocks .sign {
      color: var(--_error);
    }
    .warns .sign {
      color: light-dark(#8a4b00, #ffc27a);
    }
    .done .sign {
      color: var(--_accent);
    }
    button {
      min-block-size: var(--_target);
      padding: 0 0.8rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    button:hover:not(:disabled) {
      background: var(--_tint);
    }
    button:disabled {
      opacity: 0.6;
      cursor: default;
    }
    button.fix,
    button.main {
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
    }
    button.main {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    button.main:hover:not(:disabled) {
      background: var(--_accent);
      filter: brightness(1.08);
    }
    .decide label,
    .decide textarea,
    .decide input {
      display: block;
      box-sizing: border-box;
      inline-size: 100%;
    }
    .decide textarea,
    .decide input {
      min-block-size: var(--_target);
      padding: 0.4rem 0.6rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    .decide label {
      margin-block: 0.5rem;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-block-start: 0.75rem;
    }
    .error {
      color: var(--_error);
      font-weight: 600;
    }
    .good {
      color: var(--_accent);
      font-weight: 600;
    }
    details {
      padding-block: 0.5rem;
      border-block-start: 1px solid var(--_hair);
    }
    summary {
      min-block-size: 2rem;
      font-weight: 600;
      cursor: pointer;
    }
    details > [data-key],
    details > .control,
    .proof > fieldset,
    .proof > [data-key] {
      margin-block-start: 0.85rem;
    }
    [data-key] > small {
      display: block;
      margin-block-start: 0.2rem;
    }
    .codes li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) minmax(8rem, 40%) auto;
      gap: 0.5rem;
      align-items: end;
      padding-block: 0.25rem;
    }
    .add {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.5rem;
      align-items: end;
    }
    [data-key]:focus {
      outline: 3px solid var(--_focus);
      outline-offset: 3px;
    }
    @media (width < 64rem) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      ul.blocks li,
      ul.warns li {
        grid-template-columns: 1.75rem minmax(0, 1fr);
      }
      li button {
        grid-column: 2;
        justify-self: start;
      }
    }
  `,
];
