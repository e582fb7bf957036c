import { css } from 'lit';

export const fileStyles = css`
  ul {
    margin: var(--_space) 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(2 * var(--_space));
    align-items: center;
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  li .value,
  li .error,
  progress {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  progress {
    accent-color: var(--_accent);
  }
`;
