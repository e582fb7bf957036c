/** While the platform works: fetching from the agencies, or calling the service. Asks anew by script, or by refresh. */
import { html } from 'hono/html';
import type { OwnJourney } from '../services/journey.ts';
import type { StoredPackage } from '../storage.ts';
import { journeyPage, journeyPath } from './journey-page.ts';
import type { Html } from './page.ts';

export const fetchingView = (own: OwnJourney, test: boolean, stored: readonly StoredPackage[]): Html =>
  journeyPage({
    own,
    test,
    screen: 'fetching',
    title: '正在向機關取得資料',
    working: true,
    scripts: ['progress.js'],
    refreshSeconds: 5,
    body: html`
      <p role="status" data-progress="${journeyPath(own, 'progress')}" data-screen="fetching">
        請稍候，資料備妥後會自動進到下一頁。有些資料需要較久，請不要關閉這一頁。
      </p>
      <ul class="cards">
        ${own.datasets.map(
          ({ id, name, agency }) =>
            html`<li>
              <h2>${name['zh-Hant']}</h2>
              <p>
                ${agency['zh-Hant']}：${stored.some(({ resourceId }) => resourceId === id) ? '已取得回覆' : '準備中…'}
              </p>
            </li>`,
        )}
      </ul>
      <p><a href="${journeyPath(own, 'fetching')}">重新整理</a></p>
    `,
  });

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
