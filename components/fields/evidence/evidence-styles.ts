import { css } from 'lit';

export const evidenceStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    margin-block-start: var(--_space);
  }
  code {
    overflow-wrap: anywhere;
  }
`;
