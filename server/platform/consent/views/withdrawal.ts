/** Taking back a consent to later delivery, for whoever has the link of the notice. */
import { html } from 'hono/html';
import type { Withdrawable } from '../withdrawal.ts';
import { page, type Html } from '../../site/views/page.ts';

const over: Readonly<Record<Exclude<Withdrawable['state'], 'waiting'>, readonly [title: string, text: string]>> = {
  delivered: ['資料已經傳送', '這項服務已經取走資料，不能再撤回。要停止利用或刪除，請洽該服務的承辦單位。'],
  withdrawn: ['已經撤回同意', '沒有傳送任何資料，本平臺已取得的副本也刪除了。您仍可改用其他方式申辦。'],
  over: ['這項同意已經失效', '沒有傳送任何資料，本平臺留存的副本也刪除了。您可以回到原服務重新申請。'],
};

/**
 * To whoever has the link, signed in or not: service and names of datasets, never whose they are or what is in them.
 * The button is there only while nothing was delivered.
 */
export function withdrawalView(found: Withdrawable, test: boolean): Html {
  const [title, text] =
    found.state === 'waiting'
      ? ['撤回同意', '資料還沒有傳送。撤回後，不會傳送任何資料，本平臺已取得的副本會立即刪除。']
      : over[found.state];
  return page({
    title,
    test,
    body: html`
      <h1>${title}</h1>
      <p class="asker">服務：<strong>${found.service}</strong></p>
      <p class="lead" role="status">${text}</p>
      <p>資料：${found.datasets.join('、')}</p>
      ${
        found.state === 'waiting'
          ? html`<form method="post">
              <button type="submit">撤回同意，不要傳送</button>
            </form>`
          : ''
      }
    `,
  });
}
