/** A resident's own first page: what waits to be saved, and the two things to do here. */
import { html } from 'hono/html';
import type { OwnDownload } from '../downloads.ts';
import type { UsageRecord } from '../records.ts';
import type { OwnSession } from '../session.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { methodName, isPlatformMethod } from '../../identity/methods/levels.ts';
import type { Html } from '../../site/views/page.ts';
import { timeLeft } from './countdown.ts';
import { downloadPath } from './download-step.ts';
import { mePage } from './me-page.ts';

export interface OverviewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  /** Fetching or ready. */
  readonly open: readonly OwnDownload[];
  readonly latest: readonly UsageRecord[];
  /** What waits to be shown at a counter, one's own and as an agent. */
  readonly counter?: Html;
  readonly now: Date;
}

/**
 * The first page after sign-in: what waits for a counter, downloads on their way or to be saved, and the latest
 * records, each with its outcome only.
 */
export const overviewView = ({ own, test, open, latest, counter, now }: OverviewOptions): Html =>
  mePage({
    own,
    test,
    part: 'home',
    title: '我的 MyData',
    body: html`
      ${counter ?? ''}
      ${
        open.length
          ? html`<section aria-labelledby="open">
              <h2 id="open">等您處理的下載</h2>
              <ul class="cards">
                ${open.map((found) => openCard(found, now))}
              </ul>
            </section>`
          : ''
      }
      <ul class="cards doors">
        <li>
          <h2><a href="/me/download">下載我的資料</a></h2>
          <p>從政府機關取得自己的資料，存到自己的手機或電腦。</p>
        </li>
        <li>
          <h2><a href="/me/records">使用紀錄</a></h2>
          <p>看看誰用過您的資料、為了什麼、結果如何。</p>
        </li>
      </ul>
      ${
        latest.length
          ? html`<section aria-labelledby="latest">
              <h2 id="latest">最近的紀錄</h2>
              <ul class="latest">
                ${latest.map(
                  ({ txId, service, startedAt, outcome }) =>
                    html`<li>
                      <a href="/me/records/${txId}">${service}</a>
                      <span class="hint">${taipeiTime(startedAt)}・${outcome.words}</span>
                    </li>`,
                )}
              </ul>
            </section>`
          : ''
      }
      <p class="hint">
        這次以${isPlatformMethod(own.session.method) ? methodName(own.session.method) : own.session.method}登入。<a
          href="/me/passkey"
          >綁定這個裝置，下次不必插卡</a
        >
      </p>
    `,
  });

function openCard(found: OwnDownload, now: Date): Html {
  const { state, keepUntil } = found.download;
  const names = found.datasets.map(({ name }) => name['zh-Hant']).join('、');
  return html`<li>
    <h3><a href="${downloadPath(found)}">${state === 'ready' ? '資料已備妥，請儲存' : '正在取得資料'}</a></h3>
    <p>${names}</p>
    ${state === 'ready' && keepUntil ? html`<p class="tag">保留到 ${taipeiTime(keepUntil)}（還剩 ${timeLeft(keepUntil.getTime() - now.getTime())}）</p>` : ''}
  </li>`;
}
