import { css } from 'lit';

export const groupStyles = css`
  .rows {
    margin-block-end: calc(2 * var(--_space));
  }
  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    break-inside: avoid;
  }
  .card > button {
    justify-self: start;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(14em, 40%)), 1fr));
    gap: var(--_space) calc(3 * var(--_space));
    margin: 0;
  }
  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
  }
  dt {
    flex: none;
    min-inline-size: 7em;
    color: var(--_muted);
  }
  dd {
    margin: 0;
    font-weight: 600;
  }
  @media (max-width: 36em) {
    dt {
      min-inline-size: 5em;
    }
  }
  .undo {
    margin-block-start: calc(2 * var(--_space));
  }
`;
