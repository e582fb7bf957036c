import { css } from 'lit';
import { builderTokens } from '../shell/builder-tokens.ts';

export const mappingStyles = [
  builderTokens,
  css`
    :host {
      display: block;
      padding: 1rem;
      background: var(--_desk);
      color: var(--_text);
      font: var(--_small) / 1.5 var(--_font);
    }
    .sheet {
      padding: 1rem 1.25rem;
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: end;
    }
    .counters {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
      flex: 1 1 auto;
    }
    .note {
      margin: 0.5rem 0;
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      inline-size: 100%;
      min-inline-size: 60rem;
      border-collapse: collapse;
    }
    th,
    td {
      padding: 0.5rem 0.6rem;
      border-block-start: 1px solid var(--_hair);
      text-align: start;
      vertical-align: top;
      font-weight: 400;
    }
    thead th {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      border: 0;
      background: var(--_tint);
      font-weight: 600;
    }
    thead button {
      padding: 0;
      border: 0;
      background: none;
      font-weight: 600;
    }
    tr > :nth-last-child(-n + 2) {
      white-space: nowrap;
    }
    .bare select {
      inline-size: 14rem;
    }
    tbody.chosen {
      background: var(--_chosen);
    }
    tbody tr + tr td {
      border-block-start-style: dashed;
    }
    tbody th {
      inline-size: 11rem;
    }
    thead th:nth-child(2) {
      min-inline-size: 13rem;
    }
    .name {
      min-block-size: 0;
      padding: 0;
      border: 0;
      background: none;
      font-weight: 600;
      text-align: start;
      text-decoration: underline;
      text-decoration-color: var(--_hair);
      text-underline-offset: 0.2em;
    }
    small {
      color: var(--_muted);
      font-weight: 400;
    }
    p {
      margin: 0;
    }
    .source {
      display: flex;
      gap: 0.25rem;
      align-items: start;
    }
    .source span {
      flex: 1;
    }
    code {
      color: var(--_muted);
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
    }
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.4rem;
      align-items: center;
      margin: 0 0 0.25rem;
      padding: 0;
      list-style: none;
    }
    .chips li {
      display: contents;
    }
    .chips li + li::before {
      content: '→' / '';
      color: var(--_muted);
    }
    .chip {
      display: inline-flex;
      gap: 0.1rem;
      align-items: center;
      padding-inline-start: 0.6rem;
      border: 1px solid var(--_accent);
      border-radius: 1rem;
      background: var(--_chosen);
    }
    .chip button {
      min-inline-size: 1.75rem;
      min-block-size: 1.75rem;
      padding: 0;
      border: 0;
      border-radius: 1rem;
      background: none;
    }
    output {
      padding: 0 0.4rem;
      border-radius: var(--_radius);
      background: var(--_tint);
      font-size: var(--_tiny);
      overflow-wrap: anywhere;
    }
    .control {
      display: grid;
    }
    .control > span {
      color: var(--_muted);
      font-size: var(--_tiny);
    }
    .bare .control > span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    td > .control {
      grid-template-columns: auto minmax(3rem, 10rem);
      gap: 0.5rem;
      align-items: center;
      inline-size: fit-content;
    }
    .adder {
      display: grid;
      gap: 0.4rem;
      margin-block-start: 0.4rem;
      padding: 0.5rem;
      border-radius: var(--_radius);
      background: var(--_tint);
    }
    .good {
      color: var(--_accent);
    }
    .doubt {
      color: light-dark(#8a4b00, #ffc27a);
    }
    .none {
      color: var(--_muted);
    }
    h2 {
      margin: 1.25rem 0 0.25rem;
      font-size: 1rem;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
      margin: 0.4rem 0;
      padding: 0;
      list-style: none;
    }
    summary {
      min-block-size: 2rem;
      cursor: pointer;
    }
    button,
    select,
    input {
      box-sizing: border-box;
      min-block-size: 2.25rem;
      max-inline-size: 100%;
      padding: 0 0.7rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    button {
      cursor: pointer;
    }
    button.quiet {
      min-inline-size: 2rem;
      min-block-size: 2rem;
      padding: 0 0.35rem;
      border-color: transparent;
      background: none;
      color: var(--_accent);
    }
    button.add {
      display: block;
      font-size: var(--_tiny);
    }
    button:hover {
      background: var(--_tint);
    }
    [aria-pressed='true'] {
      border-color: var(--_accent);
      background: var(--_chosen);
      color: var(--_accent);
      font-weight: 600;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: -1px;
    }
    @media print {
      :host {
        padding: 0;
      }
      .tools,
      .note,
      .quiet,
      section {
        display: none;
      }
      .sheet {
        box-shadow: none;
      }
    }
  `,
];
