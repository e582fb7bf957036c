import { css } from 'lit';

export const changesStyles = css`
  .changes {
    display: grid;
    gap: 0.75rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .change {
    padding: 0.75rem 0.9rem;
    border: 1px solid var(--_hair);
    border-radius: var(--_radius);
  }
  .change h4 {
    margin: 0;
    font-size: 1rem;
    overflow-wrap: anywhere;
  }
  .change dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.5rem;
    margin: 0.4rem 0;
  }
  .side {
    padding: 0.4rem 0.7rem;
    border-inline-start: 4px solid var(--_line);
    background: var(--_tint);
  }
  .side.new {
    border-color: var(--_accent);
    background: var(--_chosen);
  }
  .side dt {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .side dd {
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .side mark {
    padding-block: 0.1em;
    background: light-dark(#ffe08a, #5c4a00);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  .why {
    margin: 0;
    color: var(--_muted);
  }
  .change button {
    margin-block-start: 0.4rem;
  }
`;
