import { css } from 'lit';

export const deskFormStyles = css`
  .settled {
    display: none !important;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(8em, 14em) minmax(0, 1fr) minmax(0, 14em) auto;
    gap: calc(0.5 * var(--_space)) calc(2 * var(--_space));
    align-items: baseline;
    padding-block: calc(0.5 * var(--_space));
    border-block-end: var(--_rule);
  }
  .step .row {
    margin-block-end: 0;
  }
  .settled + :not(.row, .settled) {
    margin-block-start: calc(2 * var(--_space));
  }
  .row-label {
    grid-column: 1;
    color: var(--_muted);
    font-weight: 400;
  }
  .row-value {
    grid-column: 2;
    font-weight: 600;
  }
  .row-said {
    grid-row: 2;
    grid-column: 2;
    padding-inline-start: var(--_space);
    border-inline-start: 0.25em solid var(--_error);
  }
  .row-source {
    grid-row: 1;
    grid-column: 3;
  }
  .row button {
    grid-row: 1;
    grid-column: 4;
    min-block-size: var(--_target);
    padding: 0 var(--_space);
    border: 0;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .checked label {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target);
  }
  .checked input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_accent);
  }
  .acts {
    align-items: center;
  }
  @media (max-width: 40em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .row > * {
      grid-row: auto;
      grid-column: 1;
    }
    .row button {
      grid-row: 1 / span 2;
      grid-column: 2;
    }
  }
`;
