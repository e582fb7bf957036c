import { css } from 'lit';
import { builderTokens } from '../shell/builder-tokens.ts';

export const paletteStyles = [
  builderTokens,
  css`
    :host {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr);
      background: var(--_surface);
      color: var(--_text);
      font: var(--_small) / 1.5 var(--_font);
    }
    [role='tablist'] {
      display: grid;
      grid-template-columns: 1fr 1fr;
      border-block-end: 1px solid var(--_hair);
    }
    [role='tab'] {
      min-block-size: 2.75rem;
      border: 0;
      border-block-end: 3px solid transparent;
      background: none;
      color: var(--_muted);
      font: inherit;
      cursor: pointer;
    }
    [role='tab'][aria-selected='true'] {
      border-color: var(--_accent);
      color: var(--_accent);
      font-weight: 600;
    }
    [role='tabpanel'] {
      overflow: auto;
      padding: 0.75rem;
    }
    .category {
      position: sticky;
      inset-block-start: -0.75rem;
      z-index: 1;
      margin: 0.75rem -0.75rem 0.25rem;
      padding: 0.25rem 0.75rem;
      background: var(--_tint);
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .search span {
      display: block;
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    input[type='search'] {
      inline-size: 100%;
      box-sizing: border-box;
      min-block-size: var(--_target);
      padding: 0 0.6rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    .head {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 0.5rem;
      padding: 0.4rem 0.4rem 0.4rem 0.6rem;
      border-inline-start: 3px solid transparent;
      border-radius: var(--_radius);
      cursor: grab;
      list-style: none;
      user-select: none;
    }
    .head.used {
      border-color: var(--_accent);
    }
    .head:hover,
    .item:hover,
    .field:hover {
      background: var(--_tint);
    }
    .head .name {
      font-weight: 600;
    }
    .head .name::before {
      content: '▸ ' / '';
      color: var(--_muted);
    }
    [aria-expanded='true'].head .name::before {
      content: '▾ ' / '';
    }
    .agency,
    .sample {
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    .tags {
      grid-column: 1 / -1;
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem;
    }
    .tag {
      padding: 0 0.4rem;
      border: 1px solid var(--_hair);
      border-radius: 1rem;
      font-size: 0.8125rem;
      color: var(--_muted);
    }
    .fields {
      margin-inline-start: 0.9rem;
      border-inline-start: 1px solid var(--_hair);
    }
    .field {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      align-items: center;
      padding-inline-start: 0.5rem;
      border-radius: var(--_radius);
      cursor: grab;
      user-select: none;
    }
    .field > .name {
      grid-area: 1 / 1;
      display: flex;
      gap: 0.45rem;
      align-items: center;
      min-block-size: 1.75rem;
    }
    .box {
      flex: none;
      inline-size: 1rem;
      block-size: 1rem;
      box-sizing: border-box;
      border: 1px solid var(--_line);
      border-radius: 0.2rem;
      line-height: 0.9rem;
      text-align: center;
    }
    [aria-checked='true'] .box {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    [aria-checked='true'] .box::before {
      content: '✓' / '';
      font-size: 0.8rem;
    }
    .field.evidence {
      display: block;
      padding-block: 0.35rem;
      color: var(--_accent);
    }
    .head .add {
      grid-area: 1 / 2 / span 2;
    }
    [role='treeitem']:focus-visible {
      border-radius: var(--_radius);
      outline-offset: -2px;
    }
    .field .sample {
      grid-area: 2 / 1;
      padding-inline-start: 1.5rem;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .field .add {
      grid-row: 1 / span 2;
    }
    .field.deep {
      margin-inline-start: 1rem;
    }
    .field.special .name::after {
      content: ' ●' / '';
      color: var(--_error);
    }
    .add,
    .acts button,
    .item {
      min-block-size: var(--_target);
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: none;
      color: var(--_accent);
      font: inherit;
      cursor: pointer;
    }
    .add {
      inline-size: 2.25rem;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem;
      margin: 0.4rem 0 0.75rem 0.9rem;
    }
    .acts button {
      padding: 0 0.7rem;
      border-color: var(--_line);
      font-size: var(--_tiny);
    }
    .acts button:disabled {
      color: var(--_muted);
      border-color: var(--_hair);
      cursor: default;
    }
    .types {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.4rem;
    }
    .item {
      inline-size: 100%;
      border-color: var(--_hair);
      color: var(--_text);
      cursor: grab;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
    .nothing {
      padding: 2rem 1rem;
      color: var(--_muted);
      text-align: center;
    }
  `,
];
