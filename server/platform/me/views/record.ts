/** One usage record: all that happened, the words that were agreed to, and the receipt. */
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { FullRecord } from '../records.ts';
import type { OwnSession } from '../session.ts';
import type { Html } from '../../site/views/page.ts';
import { mePage, tokenField } from './me-page.ts';

export interface RecordViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly record: FullRecord;
  /** A delivery that has not happened yet may be taken back. */
  readonly withdrawable: boolean;
  /** There is a receipt of the consent. */
  readonly receipt: boolean;
}

const fact = (term: string, description: Html | string): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${description}</dd>
  </div>`;

/**
 * For the person whose record it is. Never what the data said; the words of the consent as they were shown, word for
 * word.
 */
export const recordView = ({ own, test, record, withdrawable, receipt }: RecordViewOptions): Html => {
  const { txId, service, organisation, purpose, datasets, startedAt, endedAt, method, outcome } = record;
  return mePage({
    own,
    test,
    part: 'records',
    title: service,
    body: html`
      <p class="lead">${outcome.words}</p>
      ${withdrawable ? withdrawForm(own, txId) : ''}
      <dl class="values">
        ${organisation ? fact('機關', organisation) : ''} ${fact('用途', purpose)}
        ${fact(
          '資料',
          html`<ul>
            ${datasets.map(({ name, agency }) => html`<li>${name['zh-Hant']}（${agency['zh-Hant']}）</li>`)}
          </ul>`,
        )}
        ${fact('開始', html`<time datetime="${startedAt.toISOString()}">${taipeiTime(startedAt)}</time>`)}
        ${endedAt ? fact('結束', html`<time datetime="${endedAt.toISOString()}">${taipeiTime(endedAt)}</time>`) : ''}
        ${method ? fact('身分驗證', method) : ''} ${fact('交易編號', html`<code>${txId}</code>`)}
      </dl>
      ${consentPart(record, receipt)}
      <h2>經過</h2>
      <ol class="events">
        ${record.events.map(
          ({ at, words, by, ok, dataset }) =>
            html`<li class="${ok ? '' : 'failed'}">
              <time datetime="${at.toISOString()}">${taipeiTime(at)}</time>
              <span>${words}${dataset ? `：${dataset}` : ''}${by === '平臺' ? '' : `（${by}）`}</span>
            </li>`,
        )}
      </ol>
      <p class="hint">覺得有問題？請先聯絡該服務的承辦單位；若不是您本人的操作，請儘快停用可能遺失的卡片或手機。</p>
      <p class="back"><a href="/me/records">回到使用紀錄</a></p>
    `,
  });
};

const consentPart = ({ consent, txId }: FullRecord, receipt: boolean): Html | string =>
  consent
    ? html`<section aria-labelledby="consent">
        <h2 id="consent">您${consent.given ? '同意' : '沒有同意'}的內容</h2>
        <p class="hint">
          ${taipeiTime(consent.at)}，畫面上的文字如下。${consent.withdrawnAt ? `您在 ${taipeiTime(consent.withdrawnAt)} 取消了傳送。` : ''}
        </p>
        <blockquote class="words">${consent.words.split('\n').map((line) => html`<p>${line}</p>`)}</blockquote>
        <p class="hint">這段文字的查驗碼（SHA-256）：<code>${consent.wordsHash}</code></p>
        ${
          receipt
            ? html`<p>
                <a href="/me/records/${txId}/receipt" download>下載同意收據（JSON）</a>
                <span class="hint">收據有平臺的簽章，可以證明您同意過什麼，任何人都能檢查。</span>
              </p>`
            : ''
        }
      </section>`
    : '';

const withdrawForm = (own: OwnSession, txId: string): Html => html`
  <form class="notice withdraw" method="post" action="/me/records/${txId}/withdraw">
    ${tokenField(own)}
    <p>資料還沒有交給服務。您可以取消這次傳送，已經取得的資料會立即刪除。</p>
    <button class="second" type="submit">取消這次傳送</button>
  </form>
`;
