/**
 * While the platform works: fetching from the agencies, or calling the service. The page is told by server-sent events,
 * asks anew where there are none, and reloads itself where there is no script.
 */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { html } from 'hono/html';
import { isForCounter } from '../../counter/counter-return.ts';
import type { DatasetState } from '../../delivery/collection.ts';
import type { OwnJourney } from '../journey.ts';
import { csrfField, journeyPage, journeyPath } from './journey-page.ts';
import type { Html } from '../../site/views/page.ts';

/**
 * To the resident while datasets are on their way: each with its state, never with what is in it. The way to leave
 * before all is there is offered only once an agency prepares one.
 */
export function fetchingView(own: OwnJourney, test: boolean, states: readonly DatasetState[]): Html {
  const slow = states.some(({ state }) => state === 'preparing');
  return journeyPage({
    own,
    test,
    screen: 'fetching',
    title: slow ? '機關正在準備您的資料' : '正在向機關取得資料',
    working: true,
    styles: ['journey.css'],
    scripts: ['progress.js'],
    refreshSeconds: slow ? 30 : 5,
    body: html`
      <p
        role="status"
        data-progress="${journeyPath(own, 'progress')}"
        data-events="${journeyPath(own, 'events')}"
        data-screen="fetching"
      >
        ${slow ? '請在這一頁等候，備妥後會自動進到下一頁。您可以先做別的事，回來時再看這一頁；最多等 8 小時。' : '請稍候，資料備妥後會自動進到下一頁。'}
      </p>
      <ul class="cards progress">
        ${own.datasets.map(({ id, name, agency }) => {
          const state = states.find((one) => one.resourceId === id) ?? { resourceId: id, state: 'asked' };
          return html`<li data-dataset="${id}" data-state="${state.state}">
            <h2>${name['zh-Hant']}</h2>
            <p>${agency['zh-Hant']}</p>
            <p class="state" data-text>${stateWords(state)}</p>
          </li>`;
        })}
      </ul>
      <p class="only-without-script"><a href="${journeyPath(own, 'fetching')}">重新整理</a></p>
      ${slow ? leaveForm(own) : ''}
    `,
  });
}

/** What a dataset's state is called; the script of the page shows the same words. */
export function stateWords(state: DatasetState): string {
  switch (state.state) {
    case 'asked':
      return '已向機關提出要求，等候回覆…';
    case 'preparing':
      return `準備中，約 ${clockTime(state.until)} 備妥`;
    case 'had':
      return '已取得';
    case 'no-record':
      return '機關回覆：查無資料';
    case 'failed':
      return state.broken ? '機關送來的資料沒有通過檢查，沒有採用' : '暫時無法取得';
  }
}

/** Taiwan has one time and no summer time. */
const clockTime = (at: Date): string => localInTaiwan(at).slice(11, 16);

const leaveForm = (own: OwnJourney): Html => html`
  <section class="leaving" aria-labelledby="leaving">
    <h2 id="leaving">不想等？</h2>
    <p>
      您可以現在就決定是否同意。同意後就能離開，資料備妥時${isForCounter(own.journey) ? '就有條碼' : '自動傳送'}，並以電子郵件通知您；8
      小時內沒有備妥就不傳送。下一頁會說明哪些內容您還沒有看過。
    </p>
    <form method="post" action="${journeyPath(own, 'later')}">
      ${csrfField(own)}
      <button class="second" type="submit">先看同意內容，再離開</button>
    </form>
  </section>
`;

/**
 * To the resident who has agreed, until the service provider's backend has answered the SP-API call. It shows no data.
 */
export const deliveringView = (own: OwnJourney, test: boolean): Html =>
  journeyPage({
    own,
    test,
    screen: 'delivering',
    title: '正在通知服務機關',
    working: true,
    scripts: ['progress.js'],
    refreshSeconds: 3,
    body: html`<p role="status" data-progress="${journeyPath(own, 'progress')}" data-screen="delivering">
        請稍候，完成後會自動回到原服務網站。
      </p>
      <p><a href="${journeyPath(own, 'delivering')}">重新整理</a></p>`,
  });
