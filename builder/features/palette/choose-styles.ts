import { dialogStyles } from '../shell/dialog-styles.ts';
import { css } from 'lit';

export const chooseStyles = [
  dialogStyles,
  css`
    dialog {
      inline-size: min(44rem, 94vw);
    }
    form {
      display: grid;
      grid-template-rows: auto minmax(6rem, 1fr) auto;
      max-block-size: min(44rem, 82vh);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      align-items: end;
      margin-block: 0.5rem 0.75rem;
    }
    .tools label {
      flex: 1 1 12rem;
    }
    ul {
      margin: 0;
      padding: 0;
      overflow: auto;
      border-block: 1px solid var(--_hair);
      list-style: none;
    }
    li label {
      display: grid;
      grid-template-columns: 1.5rem auto auto minmax(0, 1fr);
      gap: 0.5rem;
      align-items: center;
      min-block-size: var(--_target);
      padding-inline: 0.25rem;
      border-radius: var(--_radius);
      color: var(--_text);
      font-size: var(--_small);
      cursor: pointer;
    }
    li label:hover {
      background: var(--_tint);
    }
    li.deep {
      padding-inline-start: 1.75rem;
    }
    li.rows .name {
      font-weight: 600;
    }
    .sample {
      grid-column: -2;
      justify-self: end;
      overflow: hidden;
      max-inline-size: 100%;
      color: var(--_muted);
      font-size: var(--_tiny);
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .off {
      color: var(--_muted);
      cursor: default;
    }
    .special .name::after {
      content: ' ●';
      color: var(--_error);
    }
    .tag {
      padding: 0 0.5rem;
      border: 1px solid var(--_hair);
      border-radius: 1rem;
      color: var(--_muted);
      font-size: 0.8125rem;
    }
    input[type='checkbox'] {
      inline-size: 1.15rem;
      block-size: 1.15rem;
      accent-color: var(--_accent);
    }
    .nothing {
      padding: 1.5rem;
      color: var(--_muted);
      text-align: center;
    }
    .count {
      flex: 1;
      margin: 0;
    }
  `,
];
