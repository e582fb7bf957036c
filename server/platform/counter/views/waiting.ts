/** On a resident's own first page: barcodes that can be shown. */
import { html } from 'hono/html';
import type { Waiting } from '../waiting.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { Html } from '../../site/views/page.ts';
import { codeBox } from './barcode.ts';

const words: Readonly<Record<Waiting['kind'], string>> = {
  own: '出示條碼',
  asked: '有人委託您代辦，請決定是否接受',
  agent: '代為出示條碼',
};

/** On the signed-in page only, since it shows the code. Undefined where nothing waits. */
export const waitingView = (waiting: readonly Waiting[]): Html | undefined =>
  waiting.length
    ? html`<section aria-labelledby="counter">
        <h2 id="counter">臨櫃辦理</h2>
        <ul class="cards">
          ${waiting.map(
            ({ kind, href, service, until, preparing, code }) =>
              html`<li>
                <h3><a href="${href}">${preparing && kind === 'own' ? '資料準備中' : words[kind]}</a></h3>
                <p>${service}</p>
                ${code ? codeBox(code) : ''}
                <p class="tag">保留到 ${taipeiTime(until)}</p>
              </li>`,
          )}
        </ul>
      </section>`
    : undefined;
