/** How the list of forms looks. */
import { css } from 'lit';

export const formsStyles = css`
  :host {
    display: block;
    color: var(--_text);
    font: var(--_size) / 1.6 var(--_font);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-block-end: 1rem;
  }
  h1 {
    flex: 1 1 auto;
    margin: 0;
    font-size: 1.5rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  th,
  td {
    padding: 0.7rem 0.9rem;
    border-block-start: 1px solid var(--_hair);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    border: 0;
    color: var(--_muted);
    font-size: var(--_small);
    font-weight: 600;
  }
  tbody th a {
    display: inline-block;
    min-block-size: 2rem;
    color: var(--_accent);
    font-size: 1.0625rem;
  }
  small {
    display: block;
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 400;
  }
  .acts {
    white-space: nowrap;
  }
  .acts a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_target);
    margin-inline-end: 0.5rem;
    color: var(--_accent);
  }
  .error {
    color: var(--_error);
  }
  small.good {
    color: var(--_accent);
  }
  small.error {
    color: var(--_error);
  }
  .mark {
    color: var(--_accent);
    font-weight: 600;
  }
  input:not([type='file']),
  select {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: 0 0.7rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  label {
    display: block;
    margin-block-start: 0.75rem;
    color: var(--_text);
    font-size: var(--_small);
  }
  .filter {
    max-inline-size: 20rem;
    margin-block: 0 1rem;
  }
  [hidden] {
    display: none;
  }
  @media (width < 48rem) {
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    td {
      padding-block: 0.2rem;
      border: 0;
    }
  }
`;
