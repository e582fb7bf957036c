import { css } from 'lit';

export const rulesStyles = css`
  :host {
    padding: 1.5rem 1rem;
    background: var(--_desk);
  }
  .sheet {
    display: grid;
    gap: 0.75rem;
    max-inline-size: 56rem;
    margin-inline: auto;
    padding: 1rem 1.25rem;
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }
  h2 {
    font-size: 1.125rem;
  }
  h3 {
    margin: 0.5rem 0 0.25rem;
    font-size: 1rem;
  }
  .number {
    padding: 0 0.5rem;
    border-radius: 1rem;
    background: var(--_tint);
    color: var(--_muted);
    font-size: var(--_tiny);
    font-weight: 400;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr) auto;
    gap: 0 1rem;
    align-items: center;
    border-block-start: 1px solid var(--_hair);
  }
  .clauses li {
    grid-template-columns: minmax(0, 1fr);
    border: 0;
  }
  .name {
    border: 0;
    padding: 0.5rem 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .sentence {
    margin: 0;
  }
  .problem {
    grid-column: 1 / -1;
    margin: 0 0 0.5rem;
    color: var(--_error);
    font-weight: 600;
  }
  .end {
    display: grid;
    gap: 0.75rem;
    margin-block: 0.5rem;
    padding: 1rem;
    border: 1px solid var(--_hair);
    border-inline-start: 5px solid var(--_error);
    border-radius: var(--_radius);
  }
  .end > .sentence {
    font-weight: 600;
  }
  .end > button,
  section > button {
    justify-self: start;
  }
  @media (width < 40rem) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .sentence {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
