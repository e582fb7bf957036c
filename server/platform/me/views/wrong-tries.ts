/** Among the usage records: tries to prove that one is this person, which failed. */
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { isPlatformMethod, methodName } from '../../identity/methods/levels.ts';
import type { WrongTries } from '../../storage.ts';
import type { Html } from '../../site/views/page.ts';

/**
 * Nothing where there were none. Each hour with its way of proof and how often, never from where.
 * @param rows the latest hours first
 */
export const wrongTriesSection = (rows: readonly WrongTries[]): Html | string =>
  rows.length
    ? html`<section aria-labelledby="wrong-tries">
        <h2 id="wrong-tries">驗證身分失敗的紀錄</h2>
        <p>
          以下時間有人用您的身分證統一編號驗證身分，這幾次都沒有通過。可能是您自己輸入錯誤；如果不是，請看看紀錄裡有沒有不是您做的登入或傳送，並更換健保卡的註冊密碼，或改用自然人憑證。
        </p>
        <ul>
          ${rows.map((row) => html`<li>${textOf(row)}</li>`)}
        </ul>
      </section>`
    : '';

function textOf({ method, count, firstAt, lastAt }: WrongTries): string {
  const [first, last] = [taipeiTime(firstAt), taipeiTime(lastAt)];
  const when = first === last ? first : `${first} 到 ${last}`;
  return `${when}：${isPlatformMethod(method) ? methodName(method) : method}，${count} 次`;
}
