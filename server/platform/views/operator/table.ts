/** A list as a table that scrolls in its own box; empty lists say so in words. */
import { html } from 'hono/html';
import type { Html } from '../page.ts';

export const dataTable = ({
  label,
  columns,
  rows,
  empty,
}: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Html | string)[])[];
  readonly empty: string;
}): Html =>
  rows.length
    ? html`<div class="table" tabindex="0" role="region" aria-label="${label}">
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (cells) =>
                html`<tr>
                  ${cells.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    : html`<p class="notice">${empty}</p>`;

/** Date and time in two lines, so that a column stays narrow. */
export const when = (text: string): Html => html`<span class="when">${text}</span>`;
