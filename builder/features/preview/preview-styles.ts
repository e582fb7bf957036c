import { css } from 'lit';
import { builderTokens } from '../shell/builder-tokens.ts';

export const previewStyles = [
  builderTokens,
  css`
    :host {
      display: block;
      padding: 1rem;
      background: var(--_desk);
      color: var(--_text);
      font: var(--_small) / 1.5 var(--_font);
    }
    .tools {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      align-items: end;
      justify-content: center;
    }
    [role='group'] {
      display: flex;
    }
    .control {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      max-inline-size: 20rem;
    }
    .control > span {
      font-size: var(--_tiny);
      color: var(--_muted);
    }
    button,
    select {
      min-block-size: var(--_target);
      max-inline-size: 100%;
      padding: 0 0.9rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
      cursor: pointer;
    }
    [role='group'] button {
      border-radius: 0;
      margin-inline-start: -1px;
    }
    [aria-pressed='true'] {
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .note {
      min-block-size: 1.5em;
      margin: 0.5rem auto;
      text-align: center;
      color: var(--_muted);
    }
    .frame {
      box-sizing: border-box;
      max-inline-size: 100%;
      margin-inline: auto;
      padding: 1.5rem;
      border: 1px solid var(--_hair);
      border-radius: 0.75rem;
      background: var(--_surface);
      box-shadow: var(--_shadow);
      overflow: auto;
    }
    .phone {
      inline-size: 390px;
      min-block-size: 44rem;
      padding: 1.25rem 1rem;
      border: 0.5rem solid light-dark(#2b3237, #4b545b);
      border-radius: 2.25rem;
    }
    .tablet {
      inline-size: 820px;
      border: 0.6rem solid light-dark(#2b3237, #4b545b);
      border-radius: 1.5rem;
    }
    .desktop {
      inline-size: 1280px;
    }
    .desktop > mydata-form {
      max-inline-size: 56rem;
      margin-inline: auto;
    }
    .print {
      inline-size: 794px;
      min-block-size: 1123px;
      padding: 3rem;
      border-radius: 0;
      color-scheme: light;
      background: #fff;
    }
    :focus-visible {
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
    @media print {
      :host {
        padding: 0;
        background: none;
      }
      .tools,
      .note {
        display: none;
      }
      .frame {
        inline-size: auto;
        border: 0;
        box-shadow: none;
      }
    }
  `,
];
