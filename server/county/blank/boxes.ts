/** Where the pen goes, by type of question: boxes for letters, lines, squares to tick. */
import { html } from 'hono/html';
import type { Field } from '#schemas/form/definition.ts';
import { textIn, type Text } from '#schemas/text.ts';
import type { Html } from '../staff/views/page.ts';

const zh = (text: Text): string => textIn(text, 'zh-Hant');
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const cells = (count: number): Html => html`<span class="cells">${range(count).map(() => html`<i></i>`)}</span>`;
const line = (kind: 'short' | 'long' = 'long'): Html => html`<span class="line ${kind}"></span>`;
const square: Html = html`<span class="square"></span>`;

/** Longer answers than this get a line: nobody counts so many boxes. */
const mostCells = 14;

export function boxes(field: Field): Html {
  switch (field.type) {
    case 'national-id':
      return cells(10);
    case 'roc-date':
      return html`<span>民國</span> ${cells(3)} 年 ${cells(2)} 月 ${cells(2)} 日`;
    case 'phone':
      return field.mobileOnly ? cells(10) : html`${cells(10)} 分機 ${line('short')}`;
    case 'number':
      return 'calculate' in field
        ? html`<span class="hint">由機關計算，不用填</span>`
        : html`${line('short')} ${field.unit ? zh(field.unit) : ''}`;
    case 'text':
      if ('calculate' in field) return html`<span class="hint">由機關計算，不用填</span>`;
      return field.pattern !== undefined && (field.maxLength ?? 99) <= mostCells ? cells(field.maxLength!) : line();
    case 'email':
      return line();
    case 'long-text':
      return html`${range(Math.min(field.rows ?? 4, 8)).map(() => line())}`;
    case 'address':
      return html`<span>郵遞區號</span> ${cells(6)} <br />${line('short')} 縣（市） ${line('short')} 鄉（鎮、市、區）
        ${line()}`;
    case 'bank-account':
      return html`<span>金融機構</span> ${line('short')} 代碼 ${cells(3)} 分行代碼 ${cells(4)} <br />帳號 ${cells(14)}
        <br />戶名 ${line('short')}`;
    case 'choice':
      return html`<span class="hint">${field.as === 'checkboxes' ? '可以勾選一項以上' : '勾選一項'}</span>
        <ul class="options ${field.options.length > 8 ? 'many' : ''}">
          ${field.options.map(({ label, hint }) => html`<li>${square} ${zh(label)}${hint ? html`<small>${zh(hint)}</small>` : ''}</li>`)}
        </ul>`;
    case 'declaration':
      return html`<p class="statement">${zh(field.statement)}</p>
        <p>${square} 我已閱讀並確認以上內容</p>`;
    case 'file':
      return html`${square} 已附上（最多 ${field.maxFiles} 份影本）`;
    case 'evidence':
      return html`${square} 已附上（也可以用 MyData 由機關提供）`;
    case 'group':
      return html``;
  }
}
