/**
 * A list as a table. On a phone each row becomes a card whose lines say their column; the roles are written out because
 * browsers forget them when a table is not displayed as one. Empty lists say so in words.
 */
import { html } from 'hono/html';
import type { Html } from '../../site/views/page.ts';

/** @param label names the region for screen readers @param empty a sentence, in the place of a table without rows */
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
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${rows.map(
              (cells) =>
                html`<tr role="row">
                  ${cells.map((cell, index) => html`<td role="cell" data-label="${columns[index]}">${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    : html`<p class="notice">${empty}</p>`;

/** A date and time on one line. */
export const when = (text: string): Html => html`<span class="when">${text}</span>`;
