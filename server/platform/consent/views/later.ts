/** Consent before all is there: what has come is shown, what has not is named, and waiting all the same is a button away. */
import { html } from 'hono/html';
import { isForCounter } from '../../counter/counter-return.ts';
import { maskEmail } from '../../mask.ts';
import type { DatasetPreview } from '../preview.ts';
import { wordsHash } from '../consent-words.ts';
import type { ConsentViewOptions } from './consent.ts';
import { datasetSection } from './dataset-section.ts';
import { csrfField, journeyPage, journeyPath } from '../../journey/views/journey-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface LaterViewOptions extends ConsentViewOptions {
  /** Of the datasets that are there. */
  readonly previews: readonly DatasetPreview[];
}

/**
 * To the resident who will not wait (screen `later`). Its form goes to the same address as that of `consentView`, and
 * the e-mail address is masked.
 */
export const laterView = ({ own, test, person, words, previews }: LaterViewOptions): Html =>
  journeyPage({
    own,
    test,
    screen: 'later',
    title: isForCounter(own.journey) ? '您是否同意備妥後交給櫃檯？' : '您是否同意備妥後傳送？',
    styles: ['journey.css'],
    body: html`
      <section class="words" id="words" aria-label="同意內容">
        ${words.paragraphs.map((text) => html`<p>${text}</p>`)}
      </section>
      <p>
        ${isForCounter(own.journey) ? '備妥、櫃檯取走' : '傳送'}、無法取得或失效時，會通知到：電子郵件
        ${maskEmail(person.email)}
      </p>
      ${
        previews.length
          ? html`<details class="seen">
              <summary>已經取得的資料內容（${previews.length} 項）</summary>
              <p class="notice">這個畫面只供您本人確認內容，不是證明文件，不得列印作為證明。</p>
              ${previews.map((shown) => datasetSection(shown, '這也是一種回覆，會如實告知服務機關。'))}
            </details>`
          : ''
      }
      <form class="choices" method="post" action="${journeyPath(own, 'consent')}" aria-describedby="words">
        ${csrfField(own)}
        <input type="hidden" name="words" value="${wordsHash(words)}" />
        <button class="choice" type="submit" name="decision" value="refuse">${words.refuse}</button>
        <button class="choice" type="submit" name="decision" value="agree">${words.agree}</button>
      </form>
      <form method="post" action="${journeyPath(own, 'wait')}">
        ${csrfField(own)}
        <button class="quiet" type="submit">先不決定，回去在線上等候</button>
      </form>
    `,
  });
