/** The look of the check page. */
import { css } from 'lit';

export const checkStyles = css`
  .step > h3 {
    padding-block-end: var(--_space);
    border-block-end: 2px solid var(--_accent);
  }
  .section > h4,
  .section > .source {
    margin-block-end: var(--_space);
  }
  .answer {
    display: grid;
    grid-template: 'term value act' / minmax(0, 1fr) minmax(0, 2fr) auto;
    gap: 0 calc(2 * var(--_space));
    align-items: baseline;
    padding-block: calc(0.5 * var(--_space));
    border-block-end: var(--_rule);
    break-inside: avoid;
  }
  .answer > dt {
    grid-area: term;
  }
  .answer > dd {
    grid-area: value;
  }
  .answer > .act {
    grid-area: act;
  }
  .answer.wide {
    grid-template: 'term act' 'value value' / minmax(0, 1fr) auto;
  }
  dt {
    color: var(--_muted);
  }
  .row {
    padding-block: var(--_space);
    break-inside: avoid;
  }
  .row + .row {
    border-block-start: var(--_rule);
  }
  .row-title {
    font-weight: 600;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(14em, 40%)), 1fr));
    gap: 0 calc(3 * var(--_space));
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
  }
  .facts dt {
    min-inline-size: 7em;
  }
  .text,
  .alert {
    white-space: pre-line;
  }
  .source {
    display: block;
  }
  .official::before {
    content: '✓ ';
    content: '✓ ' / '';
    color: var(--_accent);
  }
  @media (max-width: 36em) {
    .answer {
      grid-template: 'term act' 'value value' / minmax(0, 1fr) auto;
    }
    .facts dt {
      min-inline-size: 5em;
    }
  }
`;
