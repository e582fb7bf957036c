/** A self-download after consent: on its way, ready to be looked at and saved, or over. */
import { html } from 'hono/html';
import type { OwnDownload } from '../downloads.ts';
import type { OwnSession } from '../session.ts';
import { maskEmail } from '../../mask.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { DatasetState } from '../../delivery/collection.ts';
import type { Html } from '../../site/views/page.ts';
import { countdown } from './countdown.ts';
import { downloadPath, downloadSteps } from './download-step.ts';
import { mePage, tokenField } from './me-page.ts';

export interface DownloadViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly found: OwnDownload;
  readonly states: readonly DatasetState[];
  readonly now: Date;
}

const words: Readonly<Record<DatasetState['state'], string>> = {
  asked: '正在詢問機關…',
  preparing: '機關準備中',
  had: '已取得',
  'no-record': '查無資料（機關沒有您的這項紀錄）',
  failed: '暫時無法取得',
};

/** The words for one dataset; the page's script is sent the same. */
export const stateWords = (state: DatasetState): string =>
  state.state === 'preparing'
    ? `${words.preparing}，約 ${taipeiTime(state.until).slice(-5)} 備妥`
    : state.state === 'failed' && state.broken
      ? '機關送來的資料沒有通過檢查，沒有採用'
      : words[state.state];

/**
 * After consent, until every agency has answered: how far each is, never what it gave. Loads itself anew every 5
 * seconds where no script runs. The address of the notice is masked.
 */
export const fetchingView = ({ own, test, found, states }: DownloadViewOptions): Html =>
  mePage({
    own,
    test,
    part: 'download',
    title: '正在向機關取得資料',
    scripts: ['me-progress.js'],
    refreshSeconds: 5,
    body: html`
      ${downloadSteps(found, 'fetch')}
      <p class="lead" role="status" data-events="${downloadPath(found, 'events')}">
        <span data-summary>${summary(states)}</span>
      </p>
      ${stateList(found, states)}
      <p>
        全部備妥後，這一頁會自動更新。需要久等的話，您可以先離開，備妥後會寄信到 ${maskEmail(own.person.email)} 通知您。
      </p>
      <p class="back"><a href="${downloadPath(found)}">重新整理</a></p>
      ${giveUp(own, found, '不等了，取消這次下載')}
    `,
  });

/** How many have answered, one way or the other; the page's script is sent the same. */
export const summary = (states: readonly DatasetState[]): string => {
  const done = states.filter(({ state }) => state !== 'asked' && state !== 'preparing').length;
  return `已有回覆 ${done} 項，共 ${states.length} 項。`;
};

const stateList = ({ datasets }: OwnDownload, states: readonly DatasetState[]): Html => html`
  <ul class="cards states">
    ${datasets.map(({ id, name, agency }) => {
      const state = states.find(({ resourceId }) => resourceId === id) ?? ({ resourceId: id, state: 'asked' } as const);
      return html`<li data-dataset="${id}" data-state="${state.state}">
        <h2>${name['zh-Hant']}</h2>
        <p>${agency['zh-Hant']}</p>
        <p class="state">
          <span class="state-mark" aria-hidden="true"></span><span data-words>${stateWords(state)}</span>
        </p>
      </li>`;
    })}
  </ul>
`;

const giveUp = (own: OwnSession, found: OwnDownload, label: string): Html => html`
  <form class="leave" method="post" action="${downloadPath(found, 'discard')}">
    ${tokenField(own)}
    <button class="quiet" type="submit">${label}</button>
    <p class="hint">已取得的資料會立即刪除，需要時可以重新下載。</p>
  </form>
`;

/**
 * While the data is kept: what came of each dataset, the time left, and the button that saves once. What the data says
 * is on the preview alone.
 */
export function readyView({ own, test, found, states, now }: DownloadViewOptions): Html {
  const { keepUntil = now } = found.download;
  const failed = states.filter(({ state }) => state === 'failed').length;
  return mePage({
    own,
    test,
    part: 'download',
    title: '資料已備妥',
    scripts: ['me-countdown.js', 'me-save.js'],
    body: html`
      ${downloadSteps(found, 'save')} ${countdown(keepUntil, now)}
      ${failed ? html`<p class="notice warning">有 ${failed} 項暫時無法取得。您可以先儲存其他資料，之後再重新下載這幾項。</p>` : ''}
      ${stateList(found, states)}
      <p class="notice">
        檔案是一個壓縮檔（ZIP）。其中的 PDF 文件，要用您的身分證統一編號（第一個英文字母大寫）才能打開。
      </p>
      <form
        class="save"
        method="post"
        action="${downloadPath(found, 'save')}"
        data-save="${downloadPath(found, 'status')}"
      >
        ${tokenField(own)}
        <a class="button second" href="${downloadPath(found, 'preview')}">先在畫面上查看</a>
        <button type="submit" aria-describedby="save-hint">儲存到我的裝置</button>
      </form>
      <p class="hint" id="save-hint">只能儲存一次：按下後，平臺的副本會立即刪除。</p>
      ${giveUp(own, found, '不儲存，立即刪除')}
    `,
  });
}

const endings: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  saved: {
    title: '已儲存到您的裝置',
    text: '平臺的副本已經刪除，並已寄出通知。檔案通常在「下載」資料夾，請妥善保管；用公用電腦的，帶走後請刪除檔案。壓縮檔裡的 README.txt 有每一項的結果與打開方式。',
  },
  discarded: { title: '這次下載已取消', text: '沒有留下任何資料。需要時可以重新下載。' },
  expired: { title: '這份資料已經刪除', text: '超過 8 小時沒有儲存，平臺已經自動刪除。需要時可以重新下載。' },
  failed: { title: '沒有可以儲存的資料', text: '機關的回覆如下。暫時無法取得的，請過一段時間再試。' },
};

/** For a download that was saved, given up, expired or failed; the answers of agencies only where it failed. */
export const overView = ({ own, test, found, states }: DownloadViewOptions): Html => {
  const { state, txId, consentedAt } = found.download;
  const { title = '這次下載已結束', text = '' } = endings[state] ?? {};
  return mePage({
    own,
    test,
    part: 'download',
    title,
    body: html`
      <p class="lead" role="status">${text}</p>
      ${
        state === 'failed'
          ? stateList(found, states)
          : html`<p>這次選的資料：</p>
              <ul>
                ${found.datasets.map(({ name }) => html`<li>${name['zh-Hant']}</li>`)}
              </ul>`
      }
      <p class="actions">
        <a class="button" href="/me/download">再下載其他資料</a>
        ${consentedAt || state === 'discarded' ? html`<a href="/me/records/${txId}">看這次的使用紀錄</a>` : ''}
      </p>
    `,
  });
};
