/** First screen: who asks, for which datasets, and what will happen. */
import { html } from 'hono/html';
import { methodName, offeredMethods } from '../../identity/methods/levels.ts';
import { fieldLabels } from '../../field-labels.ts';
import type { OwnJourney } from '../journey.ts';
import { csrfField, journeyPage, journeyPath } from './journey-page.ts';
import type { Html } from '../../site/views/page.ts';

/** @param maintenance what residents should know of pauses */
export function factsView(own: OwnJourney, test: boolean, maintenance: Html = html``): Html {
  const { client, datasets } = own;
  return journeyPage({
    own,
    test,
    screen: 'facts',
    title: '這項服務想取得您的資料',
    body: html`
      <p class="lead">請先看清楚誰要資料、要哪些資料。在最後一步按下「同意傳送」之前，不會傳送任何資料。</p>
      ${maintenance}
      <h2>要求的資料</h2>
      <ul class="cards">
        ${datasets.map(
          ({ id, name, agency, minutes, specialCategory }) =>
            html`<li>
              <h3>${name['zh-Hant']}</h3>
              <p>由${agency['zh-Hant']}提供${minutes ? `，約需準備 ${minutes} 分鐘` : ''}</p>
              ${fieldList(fieldLabels(id, client.fields[id]))}
              ${specialCategory ? html`<p class="tag">特種個人資料（個人資料保護法第 6 條）</p>` : ''}
            </li>`,
        )}
      </ul>
      ${timeNote(datasets)}
      ${client.legalBasis ? html`<p>本服務索取超過 5 項資料的法律依據：${client.legalBasis}</p>` : ''}
      <p>這項服務蒐集資料的目的、保存期間、利用方式和您的權利，請看原服務網站的告知事項。本平臺的說明在下一步。</p>
      <h2>接下來的步驟</h2>
      <ol>
        <li>閱讀並勾選同意條款。</li>
        <li>
          ${
            own.journey.person
              ? '您的身分已經在原服務網站驗證過，這裡不必再驗證。'
              : html`驗證您的身分。可用方式：${offeredMethods(datasets).map(methodName).join('、')}。`
          }
        </li>
        ${datasets.some(({ parameters }) => parameters.length) ? html`<li>補充機關查詢時需要的事項，例如年度。不知道的選填項目可以不填。</li>` : ''}
        <li>預覽資料內容，再決定是否同意傳送。</li>
      </ol>
      <form method="post" action="${journeyPath(own, 'facts')}">
        ${csrfField(own)}
        <button type="submit">下一步：閱讀條款</button>
      </form>
    `,
  });
}

/** Agencies prepare at the same time: the slowest one counts. */
function timeNote(datasets: OwnJourney['datasets']): Html | string {
  const minutes = Math.max(0, ...datasets.map((dataset) => dataset.minutes ?? 0));
  return minutes
    ? html`<p class="notice">
        有的資料需要時間準備，全部齊備約需 ${minutes}
        分鐘（各機關同時準備）。驗證身分後，您可以在線上等候、看過內容再決定；也可以先同意再離開，備妥後自動傳送，並以電子郵件通知您。
      </p>`
    : '';
}

const fieldList = (labels: readonly string[]): Html =>
  labels.length ? html`<p>只取其中的：${labels.join('、')}</p>` : html`<p>取整份資料</p>`;
