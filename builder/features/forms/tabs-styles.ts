import { css } from 'lit';

export const tabsStyles = css`
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-block-end: 0.75rem;
  }
  .tabs [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_chosen);
    color: var(--_accent);
    font-weight: 600;
  }
  .count {
    display: inline-block;
    min-inline-size: 1.4rem;
    padding: 0 0.4rem;
    border-radius: 1rem;
    background: var(--_tint);
    font-size: 0.875rem;
    text-align: center;
  }
  .back {
    color: var(--_error);
    font-weight: 600;
  }
  .turn {
    display: block;
    margin-block-start: 0.35rem;
  }
  @media (forced-colors: active) {
    .tabs [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
