/** The provider's front page: what this is, and what it answers for. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { page, type Html } from './page.ts';

/** @param samples the sample pages exist, so that a dataset's name leads to its own */
export const homePage = (datasets: readonly CatalogueEntry[], samples: boolean): Html =>
  page({
    title: '首頁',
    samples,
    body: html`<h1>模擬資料提供者</h1>
      <p class="notice warning">
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
      ${
        samples
          ? html`<h2>樣本</h2>
              <ul>
                <li><a href="/samples">資料集樣本</a>：每個資料集的欄位，和每位測試民眾的 JSON、CSV、PDF</li>
                <li><a href="/samples/residents">測試民眾</a>：虛構的人，和各機關對他們的紀錄</li>
                <li><a href="/samples/archives">整批下載</a>：全部放在一個壓縮檔</li>
                <li><a href="/sandbox/faults">模擬故障</a>：讓一個資料集出錯，對所有人或一個人</li>
              </ul>`
          : ''
      }
      <h2>給系統介接人員</h2>
      <ul>
        <li><a href="/openapi.json">介面說明（OpenAPI 3.1）</a></li>
        <li><a href="/ca.pem">測試用憑證機構的憑證（PEM）</a></li>
        <li><a href="/crl.pem">測試用憑證機構的憑證廢止清冊（PEM）</a></li>
        <li><a href="/health">服務狀態</a></li>
      </ul>
      <h2>提供的資料集 <small>${datasets.length} 項</small></h2>
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
            ${datasets.map((dataset) => row(dataset, samples))}
          </tbody>
        </table>
      </div>`,
  });

const row = ({ name, agency, id }: CatalogueEntry, samples: boolean): Html =>
  html`<tr>
    <th scope="row">${samples ? html`<a href="/samples/${id}">${name['zh-Hant']}</a>` : name['zh-Hant']}</th>
    <td>${agency['zh-Hant']}</td>
    <td><code>${id}</code></td>
  </tr>`;
