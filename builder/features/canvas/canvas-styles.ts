import { css } from 'lit';
import { builderTokens } from '../shell/builder-tokens.ts';

export const canvasStyles = [
  builderTokens,
  css`
    :host {
      display: block;
      position: relative;
      overflow: auto;
      background: var(--_desk);
      font: var(--_size) / 1.6 var(--_font);
      color: var(--_text);
    }
    .paper {
      max-inline-size: 46rem;
      margin: 1.5rem auto 6rem;
      padding: 0 1rem;
    }
    .step {
      margin-block-end: 1.5rem;
      padding: 1.25rem 1.5rem 1.5rem;
      border: 1px solid var(--_hair);
      border-radius: 0.75rem;
      background: var(--_surface);
      box-shadow: var(--_shadow);
    }
    .title {
      margin: 0 0 0.75rem;
      border-radius: var(--_radius);
      cursor: grab;
      touch-action: none;
      user-select: none;
    }
    h2.title {
      font-size: 1.35rem;
      line-height: 1.4;
    }
    h3.title {
      margin-block-start: 0.5rem;
      font-size: 1.1rem;
      color: var(--_accent);
    }
    /* What is edited keeps its room, be it empty for a moment. */
    [data-editing='label'] > .title,
    [data-editing='label'] > .body > .group-title,
    [data-editing='label'] > .body > *::part(label) {
      visibility: hidden;
      min-block-size: 1lh;
    }
    [data-editing='hint'] > .body > .hint,
    [data-editing='hint'] > .body > *::part(hint) {
      visibility: hidden;
    }
    .step,
    .section,
    .card {
      position: relative;
    }
    .fields {
      display: grid;
      gap: 0.5rem;
      min-block-size: 1rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .fields:empty {
      min-block-size: 5rem;
      place-items: center;
      padding: 1rem;
      border: 2px dashed var(--_hair);
      border-radius: var(--_radius);
      color: var(--_muted);
      text-align: center;
    }
    .fields:empty::before {
      content: attr(data-empty);
      align-self: center;
    }
    .inner {
      grid-column: 2 / -1;
      margin-block-start: 0.5rem;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--_hair);
    }
    .card {
      display: grid;
      grid-template-columns: 1.75rem minmax(0, 1fr) 2.25rem;
      column-gap: 0.25rem;
      padding: 0.5rem 0.5rem 0.5rem 0.25rem;
      border: 2px solid transparent;
      border-radius: 0.5rem;
      user-select: none;
      cursor: grab;
      content-visibility: auto;
      contain-intrinsic-block-size: auto 6.5rem;
    }
    .card:hover {
      background: var(--_tint);
    }
    .card.selected,
    .section.selected > .title,
    .step.selected > .title {
      border-color: var(--_accent);
      background: var(--_chosen);
    }
    .card:focus-visible,
    .title:focus-visible,
    button:focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
    .card.wrong {
      border-inline-start-color: var(--_error);
    }
    .card.onto {
      border-color: var(--_accent);
      border-style: dashed;
      background: var(--_chosen);
    }
    .card.onto.refused {
      border-color: var(--_error);
    }
    .body {
      min-inline-size: 0;
      pointer-events: none;
    }
    .group-title {
      margin: 0;
      font-weight: 600;
    }
    .edit {
      position: absolute;
      z-index: 1;
      grid-area: auto;
      box-sizing: border-box;
      padding: 0.2rem 0.5rem;
      border: 2px solid var(--_accent);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    [data-editing='label'] > .edit {
      font-weight: 600;
    }
    .start {
      margin-block-end: 1.5rem;
      text-align: center;
    }
    .start h2 {
      margin: 1rem 0;
      font-size: 1.35rem;
    }
    .start ul {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 0.75rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .start button {
      display: grid;
      gap: 0.35rem;
      align-content: center;
      inline-size: 100%;
      block-size: 100%;
      padding: 1.25rem 1rem;
      border: 1px solid var(--_hair);
      border-radius: 0.75rem;
      background: var(--_surface);
      color: inherit;
      box-shadow: var(--_shadow);
      font: inherit;
      cursor: pointer;
    }
    .start button:hover {
      border-color: var(--_accent);
    }
    .start .sign {
      font-size: 1.75rem;
      line-height: 1;
      color: var(--_accent);
    }
    .start b {
      color: var(--_accent);
      font-size: 1.05rem;
    }
    .start small {
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    .source {
      grid-column: 2;
      margin: 0.25rem 0 0;
      font-size: var(--_tiny);
      color: var(--_accent);
    }
    .source::before {
      content: '⇠ ';
    }
    .grip,
    .menu {
      inline-size: 100%;
      block-size: 2.25rem;
      padding: 0;
      border: 0;
      border-radius: var(--_radius);
      background: none;
      color: var(--_muted);
      font: inherit;
      cursor: pointer;
    }
    .grip {
      cursor: grab;
      touch-action: none;
    }
    .grip:hover,
    .menu:hover {
      background: var(--_hair);
      color: var(--_text);
    }
    .menu {
      grid-column: 3;
      grid-row: 1;
    }
    .add {
      display: inline-flex;
      gap: 0.4rem;
      align-items: center;
      min-block-size: var(--_target);
      margin-block-start: 0.75rem;
      padding: 0 0.9rem;
      border: 1px dashed var(--_line);
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      font-size: var(--_small);
      cursor: pointer;
    }
    .add:hover {
      background: var(--_tint);
    }
    .drop-mark {
      position: absolute;
      block-size: 4px;
      margin-block-start: -2px;
      border-radius: 2px;
      background: var(--_accent);
      pointer-events: none;
    }
    .drop-mark.refused {
      background: var(--_error);
    }
    .drop-mark[hidden] {
      display: none;
    }
    @media (forced-colors: active) {
      .card.selected,
      .selected > .title {
        outline: 2px solid Highlight;
      }
      .drop-mark {
        background: Highlight;
      }
    }
    @media (width < 48rem) {
      .paper {
        margin-block-start: 0.5rem;
        padding: 0 0.4rem;
      }
      .step {
        padding: 0.9rem 0.6rem 1rem;
      }
    }
    @media print {
      :host {
        overflow: visible;
        background: none;
      }
      .paper {
        max-inline-size: none;
        margin: 0;
      }
      .step {
        border: 0;
        padding: 0;
        box-shadow: none;
      }
      .card {
        break-inside: avoid;
        content-visibility: visible;
      }
      .card.selected,
      .selected > .title {
        border-color: transparent;
        background: none;
      }
      .grip,
      .menu,
      .add,
      .start,
      .drop-mark {
        display: none;
      }
    }
  `,
];
