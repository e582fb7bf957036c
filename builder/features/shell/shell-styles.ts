import { css } from 'lit';
import { builderTokens } from './builder-tokens.ts';

export const shellStyles = [
  builderTokens,
  css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100%;
      min-block-size: 32rem;
      background: var(--_desk);
      color: var(--_text);
      font: var(--_size) / 1.5 var(--_font);
    }
    :host(.dragging) {
      cursor: grabbing;
      user-select: none;
    }
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: center;
      padding: 0.4rem 1rem;
      border-block-end: 1px solid var(--_hair);
      background: var(--_surface);
    }
    h1 {
      flex: 1 1 12rem;
      margin: 0;
      font-size: 1.125rem;
    }
    .count {
      margin: 0;
      padding: 0.1rem 0.7rem;
      border: 1px solid var(--_hair);
      border-radius: 1rem;
      font-size: var(--_small);
      color: var(--_muted);
    }
    .count.near {
      border-color: currentcolor;
      color: light-dark(#8a4b00, #ffc27a);
      font-weight: 600;
    }
    .count.over {
      border-color: currentcolor;
      color: var(--_error);
      font-weight: 700;
    }
    .acts {
      display: flex;
      gap: 0.25rem;
    }
    button {
      min-block-size: var(--_target);
      padding: 0 0.8rem;
      border: 1px solid var(--_hair);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      font-size: var(--_small);
      cursor: pointer;
    }
    button:hover:not(:disabled) {
      border-color: var(--_line);
    }
    button:disabled {
      color: var(--_muted);
      opacity: 0.7;
      cursor: default;
    }
    .desk {
      position: relative;
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      min-block-size: 0;
    }
    .desk > :not(.room, .panel) {
      position: absolute;
    }
    .views {
      display: flex;
      gap: 0.25rem;
    }
    .views button {
      border-color: transparent;
      background: none;
    }
    .views [aria-current] {
      background: var(--_chosen);
      color: var(--_accent);
      font-weight: 600;
    }
    [aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_chosen);
      color: var(--_accent);
    }
    .panel {
      /* What is hidden in it by its place scrolls with it. */
      position: relative;
      min-block-size: 0;
      overflow: auto;
    }
    .room {
      position: relative;
      display: grid;
      grid-template-columns: minmax(16rem, 21rem) minmax(0, 1fr) minmax(15rem, 22rem);
      min-block-size: 0;
    }
    mydata-builder-palette {
      min-block-size: 0;
      border-inline-end: 1px solid var(--_hair);
    }
    .side {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      min-block-size: 0;
      border-inline-start: 1px solid var(--_hair);
      background: var(--_surface);
    }
    .side [role='tablist'] {
      display: grid;
      grid-template-columns: 1fr 1fr;
      border-block-end: 1px solid var(--_hair);
    }
    .side [role='tab'] {
      min-block-size: 2.75rem;
      border: 0;
      border-block-end: 3px solid transparent;
      border-radius: 0;
      color: var(--_muted);
    }
    .side [role='tab'][aria-selected='true'] {
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
    }
    #side {
      min-block-size: 0;
      overflow: auto;
    }
    .refused {
      position: fixed;
      inset-block-end: 1.5rem;
      inset-inline-start: 50%;
      translate: -50% 0;
      z-index: 3;
      max-inline-size: min(40rem, 90vw);
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: center;
      margin: 0;
      padding: 0.75rem 1.25rem;
      border-inline-start: 6px solid var(--_error);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_pop);
    }
    .refused p {
      flex: 1 1 16rem;
      margin: 0;
    }
    .fix {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 600;
    }
    .drawer {
      display: none;
    }
    .hint {
      position: fixed;
      inset: 0 auto auto 0;
      z-index: 4;
      max-inline-size: 20rem;
      margin: 0;
      padding: 0.3rem 0.7rem;
      border-radius: var(--_radius);
      background: var(--_text);
      color: var(--_surface);
      font-size: var(--_small);
      pointer-events: none;
    }
    [hidden] {
      display: none;
    }
    .announcer {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
    @media (width < 80rem) {
      .room {
        grid-template-columns: minmax(14rem, 17rem) minmax(0, 1fr) minmax(14rem, 18rem);
      }
      .acts kbd {
        display: none;
      }
    }
    @media (width < 64rem) {
      .room {
        grid-template-columns: minmax(0, 1fr);
      }
      .drawer {
        display: inline-block;
      }
      mydata-builder-palette,
      .side {
        position: absolute;
        inset-block: 0;
        z-index: 2;
        inline-size: min(22rem, 88vw);
        visibility: hidden;
        box-shadow: var(--_pop);
        transition: translate 150ms;
      }
      mydata-builder-palette {
        inset-inline-start: 0;
        translate: -100% 0;
      }
      .side {
        inset-inline-end: 0;
        translate: 100% 0;
      }
      [data-drawer='palette'] mydata-builder-palette,
      [data-drawer='side'] .side {
        visibility: visible;
        translate: 0 0;
      }
      .room {
        overflow: clip;
      }
      .bar {
        padding: 0.4rem 0.6rem;
        gap: 0.4rem;
      }
      h1 {
        flex: 1 1 8rem;
        font-size: 1rem;
      }
    }
    @media (width < 40rem) {
      .bar button {
        padding: 0 0.6rem;
      }
      .views {
        order: 9;
        inline-size: 100%;
        min-inline-size: 0;
        overflow: auto;
      }
      .views button {
        flex: none;
      }
      .acts {
        flex-wrap: wrap;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      * {
        transition: none !important;
      }
    }
    @media (forced-colors: active) {
      .views [aria-current],
      [aria-pressed='true'],
      .side [role='tab'][aria-selected='true'] {
        outline: 2px solid Highlight;
      }
    }
    @media print {
      :host {
        display: block;
        background: none;
      }
      .bar,
      mydata-builder-palette,
      .side,
      .refused,
      .hint {
        display: none;
      }
      .room,
      .desk {
        display: block;
      }
    }
  `,
];
