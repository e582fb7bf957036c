/** The platform's front page: what this is, and in the test environment the invented residents. */
import { html } from 'hono/html';
import { counterPath } from '../../counter/counter-return.ts';
import type { Platform } from '../../platform.ts';
import type { Client } from '../../registry/read-register.ts';
import { page, type Html } from './page.ts';

/** @param maintenance what residents should know of pauses */
export function homeView({ config }: Platform, clients: readonly Client[], maintenance: Html = html``): Html {
  const test = config.environment === 'test';
  // What nobody has looked at yet is nobody's to read.
  const live = clients.filter(({ standing, suspended }) => !suspended && (standing?.phase ?? 'live') === 'live');
  return page({
    title: '首頁',
    test,
    body: html`
      <h1>參考平臺${test ? '・測試環境' : ''}</h1>
      ${maintenance}
      <p class="lead">
        縣市可以在這裡開發與測試自己的 MyData 服務。介面與正式平臺相同；換成正式平臺時，只要更換網址與金鑰。
      </p>
      <p>
        要開始，請從縣市的服務網站按「使用
        MyData」。作業會在這裡進行：看說明、同意條款、驗證身分、預覽資料、決定是否傳送。
      </p>
      <h2>我的資料</h2>
      <ul class="cards two">
        <li>
          <h3><a href="/me/download">下載我的資料</a></h3>
          <p>驗證身分後，從政府機關取得自己的資料，存到自己的手機或電腦。</p>
        </li>
        <li>
          <h3><a href="/me/records">使用紀錄</a></h3>
          <p>看看哪些服務用過您的資料、為了什麼、結果如何。</p>
        </li>
      </ul>
      <h2>登錄的服務</h2>
      ${
        live.length
          ? html`<ul>
              ${live.map(
                ({ clientId, name, modes }) =>
                  html`<li>
                    ${name}${
                      modes.includes('counter')
                        ? html`（<a href="${counterPath(clientId)}">臨櫃辦理<span class="hidden">：${name}</span></a
                            >）`
                        : ''
                    }
                  </li>`,
              )}
            </ul>`
          : html`<p>尚未登錄任何服務。</p>`
      }
      <h2>機關與服務提供者</h2>
      <ul class="links">
        <li><a href="/join">機關申請介接</a></li>
        <li><a href="/portal">我的服務</a>（服務提供者登入）</li>
        <li><a href="/operator">維運平臺</a>（平臺人員登入）</li>
      </ul>
      ${
        test
          ? html`<h2>虛構的測試人物</h2>
              <p>
                以下人物與資料全部是虛構的。驗證身分需要的號碼與金鑰，在
                <a href="/sandbox/residents">測試人物清單（JSON）</a>。
              </p>
              <details class="people">
                <summary>看 ${config.residents.length} 位測試人物的情況</summary>
                <dl class="values">
                  ${config.residents.map(
                    ({ name, note }) =>
                      html`<div>
                        <dt>${name}</dt>
                        <dd>${note['zh-Hant'].replace(/^虛構人物，僅供測試。/, '')}</dd>
                      </div>`,
                  )}
                </dl>
              </details>
              <h2>測試工具</h2>
              <ul class="links">
                <li><a href="/sandbox/people">自建測試人物</a>：做自己要的人，修改、分享</li>
                <li><a href="/sandbox/clock">測試時鐘</a>：往前撥，不必等</li>
                <li><a href="/outbox">寄出的通知</a></li>
                <li><a href="/sandbox/records">傳輸紀錄（JSON）</a></li>
                <li><a href="/openapi.json">介面文件（OpenAPI）</a></li>
              </ul>`
          : ''
      }
    `,
  });
}
