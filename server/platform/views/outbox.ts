/** Messages that the test environment would have sent. */
import { html } from 'hono/html';
import { taipeiTime, type NoticeMessage } from '../services/notice.ts';
import { page, type Html } from './page.ts';

export const outboxView = (messages: readonly NoticeMessage[]): Html =>
  page({
    title: '寄出的通知',
    test: true,
    body: html`
      <h1>寄出的通知</h1>
      <p class="lead">測試環境不會真的寄信。這裡列出本來會寄給虛構人物的通知，最新的在最前面，8 小時後刪除。</p>
      ${
        messages.length
          ? messages.map(
              ({ to, at, subject, text }) =>
                html`<article class="message">
                  <h2>${subject}</h2>
                  <p class="hint">寄給 ${to}，<time datetime="${at}">${taipeiTime(new Date(at))}</time></p>
                  <pre>${text}</pre>
                </article>`,
            )
          : html`<p>還沒有任何通知。</p>`
      }
    `,
  });
