/** Second screen: terms and privacy, with a box to tick. */
import { html } from 'hono/html';
import type { OwnJourney } from '../journey.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { csrfField, journeyPage, journeyPath } from './journey-page.ts';
import type { Html } from '../../site/views/page.ts';

/** To whoever arrived, before identity is asked; with `missing` once more, because the box was not ticked (422). */
export const termsView = (own: OwnJourney, test: boolean, missing = false): Html =>
  journeyPage({
    own,
    test,
    screen: 'terms',
    title: '服務條款與隱私權說明',
    error: missing,
    body: html`
      ${missing ? errorSummary('請先勾選同意條款', [{ field: 'agree', text: '如果您同意上述條款，請勾選「我已閱讀並同意」。' }]) : ''}
      <section class="terms" aria-label="條款內容">
        <h2>平臺做什麼</h2>
        <p>
          本平臺依您的同意，向保有您資料的機關取得資料，轉交給您申辦的服務。每一次傳送都要您當次同意，不會長期授權。
        </p>
        <h2>蒐集與利用您的個人資料</h2>
        <ul>
          <li>目的：確認您的身分，並依您的同意傳送資料。</li>
          <li>類別：身分證統一編號、出生日期、身分驗證結果，以及您同意傳送的資料。</li>
          <li>期間：資料最多暫存 8 小時；服務機關取走後立即刪除。傳輸紀錄（不含資料內容）保存 1 年。</li>
          <li>地區與對象：中華民國境內，提供資料的機關、本平臺與您申辦的服務。</li>
          <li>方式：以加密的自動化方式處理。</li>
        </ul>
        <h2>您的權利</h2>
        <p>
          您可以依個人資料保護法第 3
          條查詢、閱覽、請求複製、補充、更正、停止利用或刪除。資料內容有錯時，請向提供資料的機關申請更正。
        </p>
        <h2>不同意會怎樣</h2>
        <p>您可以隨時取消。不使用 MyData 時，仍可自行檢附證明文件申辦，權益不受影響。</p>
        <h2>通知</h2>
        <p>每次傳送後，本平臺會以電子郵件通知您：是哪個服務、哪些資料、什麼時間。</p>
      </section>
      <form method="post" action="${journeyPath(own, 'terms')}">
        ${csrfField(own)}
        <div class="field ${missing ? 'wrong' : ''}">
          ${missing ? html`<p class="error" id="agree-error">請勾選後再繼續。</p>` : ''}
          <label class="check"
            ><input
              type="checkbox"
              id="agree"
              name="agree"
              value="yes"
              ${missing ? html`aria-invalid="true" aria-describedby="agree-error"` : ''}
            />
            我已閱讀並同意服務條款與隱私權說明</label
          >
        </div>
        <button type="submit">${own.journey.person ? '下一步' : '下一步：驗證身分'}</button>
      </form>
    `,
  });
