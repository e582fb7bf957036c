/** The provider's only page: what this is, and what it answers for. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '../../../schemas/datasets/types.ts';

type Html = ReturnType<typeof html>;

export function homePage(datasets: readonly CatalogueEntry[]): Html {
  return html`<!doctype html>
    <html lang="zh-Hant">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>模擬資料提供者</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <main>
          <h1>模擬資料提供者</h1>
          <p class="notice">
            <strong>這裡沒有任何真實的人。</strong>所有資料都是為了測試而編造的，憑證也只供測試，不具效力。
          </p>
          <p>
            本程式代替各機關，向 MyData
            平臺提供資料集。平臺帶著民眾同意後取得的權杖前來，本程式向平臺查驗權杖，再把資料連同機關憑證簽章成資料包交給平臺。
          </p>
          <p lang="en">
            A reference data provider with invented people, for testing. It answers the platform with packages signed by
            test certificates that are worth nothing elsewhere.
          </p>
          <h2>給系統介接人員</h2>
          <ul>
            <li><a href="/openapi.json">介面說明（OpenAPI 3.1）</a></li>
            <li><a href="/ca.pem">測試用憑證機構的憑證（PEM）</a></li>
            <li><a href="/health">服務狀態</a></li>
          </ul>
          <h2>提供的資料集（${datasets.length} 項）</h2>
          <div class="scroll" role="region" aria-label="資料集清單" tabindex="0">
            <table>
              <thead>
                <tr>
                  <th scope="col">資料集</th>
                  <th scope="col">機關</th>
                  <th scope="col">代號</th>
                </tr>
              </thead>
              <tbody>
                ${datasets.map(row)}
              </tbody>
            </table>
          </div>
        </main>
      </body>
    </html>`;
}

const row = ({ name, agency, id }: CatalogueEntry): Html =>
  html`<tr>
    <th scope="row">${name['zh-Hant']}</th>
    <td>${agency['zh-Hant']}</td>
    <td><code>${id}</code></td>
  </tr>`;
