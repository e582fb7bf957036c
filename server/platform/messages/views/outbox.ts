/** Messages of the test environment: what was, or would have been, sent, and how far each is. */
import { html } from 'hono/html';
import type { OutboxMessage } from '../outbox.ts';
import { taipeiTime } from '../texts/letter.ts';
import type { MessageChannel } from '../../storage.ts';
import { page, type Html } from '../../site/views/page.ts';

/** @param local nothing is set up to send by, and the outbox itself is where messages end */
export const outboxView = (messages: readonly OutboxMessage[], local: boolean): Html =>
  page({
    title: '寄出的通知',
    test: true,
    styles: ['outbox.css'],
    body: html`
      <h1>寄出的通知</h1>
      <p class="lead">
        ${
          local
            ? '這個測試環境沒有設定郵件與簡訊主機，不會真的寄出。這裡列出本來會寄給虛構人物的通知，最新的在最前面，內容 8 小時後刪除。'
            : '這個測試環境已設定寄送主機，通知會真的寄出。這裡列出每一則的狀態，最新的在最前面；寄出後內容就刪除。'
        }
      </p>
      ${
        messages.length
          ? html`<ol class="messages" role="list">
              ${messages.map(entry)}
            </ol>`
          : html`<p>還沒有任何通知。</p>`
      }
    `,
  });

const entry = (message: OutboxMessage): Html => {
  const { id, at, subject, text, short, email, mobile, channels } = message;
  return html`<li>
    <article class="message" aria-labelledby="m-${id}">
      <h2 id="m-${id}">${subject ?? kinds[message.kind]}</h2>
      <p class="message-state" data-state="${message.state}">${stateText(message)}</p>
      <p class="hint">
        <time datetime="${at}">${taipeiTime(new Date(at))}</time>
        ${channels.includes('email') && email ? html`<span>電子郵件：${email}</span>` : ''}
        ${channels.includes('sms') && mobile ? html`<span>簡訊：${mobile}</span>` : ''}
      </p>
      ${text === undefined ? html`<p class="hint">內容已經刪除。</p>` : html`<pre>${text}</pre>`}
      ${channels.includes('sms') && short ? html`<p class="message-sms"><strong>簡訊內容：</strong>${short}</p>` : ''}
    </article>
  </li>`;
};

const channelNames: Readonly<Record<MessageChannel, string>> = { email: '電子郵件', sms: '簡訊' };

const kinds: Readonly<Record<OutboxMessage['kind'], string>> = {
  delivered: '資料傳送通知',
  waiting: '資料準備中',
  ready: '資料已備妥',
  expired: '資料沒有送達',
  failed: '資料無法取得',
  unconfirmed: '服務沒有完成接收',
  withdrawn: '已取消傳送',
  downloaded: '下載通知',
  'barcode-attacked': '條碼輸入錯誤提醒',
  'wrong-tries': '身分驗證失敗提醒',
  'barcode-ready': '條碼備妥通知',
  delegation: '代理委託通知',
  'verification-code': '驗證密碼',
  'staff-invitation': '建立管理帳號',
  'service-decision': '服務審查結果',
};

function stateText({ state, tries, sentBy, channels, nextAt, failure }: OutboxMessage): string {
  const partly = sentBy.length && sentBy.length < channels.length;
  const by = partly ? `（${sentBy.map((channel) => channelNames[channel]).join('、')}）` : '';
  if (state === 'sent') return `已寄出${by}`;
  if (state === 'given-up')
    return channels.length ? `放棄：試了 ${tries} 次（${failure ?? '不明'}）` : '放棄：沒有可以寄送的地址';
  if (!tries || failure === undefined) return '等待寄出';
  const next = nextAt === undefined ? '' : `，下次 ${taipeiTime(new Date(nextAt)).split(' ')[1] ?? ''}`;
  return `重試 ${tries} 次（${failure}）${next}${partly ? `；已寄出${by}` : ''}`;
}
