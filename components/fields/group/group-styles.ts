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
  .undo {
    margin-block-start: calc(2 * var(--_space));
  }
`;
