/** Where the pen goes: boxes for letters, lines, squares to tick. */
import { html } from 'hono/html';
import type { Field } from '#schemas/form/fields/index.ts';
import { fieldRules } from '#schemas/form/fields/rules.ts';
import type { Mark } from '#schemas/form/fields/kind.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { Html } from '../staff/views/page.ts';

const zh = (text: Text): string => textIn(text, 'zh-Hant');
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const cells = (count: number): Html => html`<span class="cells">${range(count).map(() => html`<i></i>`)}</span>`;
const line = (kind: 'short' | 'long'): Html => html`<span class="line ${kind}"></span>`;
const square: Html = html`<span class="square"></span>`;

/** A page is narrow: many options stand in columns. */
const manyOptions = 8;

function drawn(mark: Mark): Html | string {
  if (typeof mark === 'string') return mark;
  if ('label' in mark) return html`<span>${mark.label}</span>`;
  if ('hint' in mark) return html`<span class="hint">${mark.hint}</span>`;
  if ('cells' in mark) return cells(mark.cells);
  if ('line' in mark) return line(mark.line);
  if ('square' in mark) return square;
  if ('newLine' in mark) return html`<br />`;
  if ('statement' in mark)
    return html`<p class="statement">${mark.statement}</p>
      <p>${square} ${mark.agree}</p>`;
  const { options } = mark;
  return html`<ul class="options ${options.length > manyOptions ? 'many' : ''}">
    ${options.map(({ label, hint }) => html`<li>${square} ${zh(label)}${hint ? html`<small>${zh(hint)}</small>` : ''}</li>`)}
  </ul>`;
}

/** As the question's type states it. */
export const boxes = (field: Field): Html => html`${fieldRules(field.type).paper(field).map(drawn)}`;
