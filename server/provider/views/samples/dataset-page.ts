/** `/samples/{resource_id}`: what the catalogue says, every field, and the files of every test resident. */
import { html } from 'hono/html';
import { categories } from '#schemas/datasets/categories.ts';
import type { CatalogueEntry, Dataset } from '#schemas/datasets/types.ts';
import { fieldRows, type FieldRow } from '../../samples/field-rows.ts';
import { isReadable, kindOf } from '../../samples/find-datasets.ts';
import type { Holding } from '../../samples/holdings.ts';
import type { SamplePerson } from '../../samples/person.ts';
import { page, type Html } from '../page.ts';
import { fileLinks } from './file-links.ts';
import {
  formatWords,
  kindAbout,
  kindWords,
  methodWords,
  minutesWords,
  sensitivityWords,
  typeWords,
  unitWords,
} from './words.ts';

/** Of a planned dataset only what the catalogue says. People with a record come first. */
export const datasetPage = (dataset: CatalogueEntry, people: readonly SamplePerson[], holding: Holding): Html =>
  page({
    title: dataset.name['zh-Hant'],
    samples: true,
    body: html`<p class="back"><a href="/samples">回資料集樣本</a></p>
      <h1>${dataset.name['zh-Hant']}</h1>
      <p class="lead" lang="en">${dataset.name.en}</p>
      ${contents(dataset)}
      <p class="notice">${kindAbout[kindOf(dataset)]}</p>
      ${facts(dataset)} ${dataset.parameters.length ? parameters(dataset) : ''}
      ${isReadable(dataset) ? fields(dataset) : ''}
      ${dataset.status === 'planned' ? '' : samples(dataset, people, holding)}`,
  });

/** The handbook's ministry and unit; the agency's name of today beside it where it is another. */
function agencyWords({ ministry, unit, agency }: CatalogueEntry): string {
  const [words, today] = [unitWords({ ministry, unit }), agency['zh-Hant']];
  return words.replaceAll(' ', '') === today ? words : `${words}（${today}）`;
}

const contents = (dataset: CatalogueEntry): Html | string =>
  dataset.status === 'planned'
    ? ''
    : html`<ul class="files" aria-label="本頁內容">
        ${isReadable(dataset) ? html`<li><a href="#fields">看欄位</a></li>` : ''}
        <li><a href="#samples">看測試民眾的樣本</a></li>
      </ul>`;

const fact = (label: string, value: Html | string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

const facts = (dataset: CatalogueEntry): Html =>
  html`<dl class="facts">
    ${fact('代號', html`<code>${dataset.id}</code>${dataset.idIs === 'assumed' ? '（推定）' : ''}`)}
    ${fact('項次', dataset.no === null ? '規劃中的資料集（手冊表 4）' : `第 ${dataset.no} 項（手冊表 3）`)}
    ${fact('提供機關', agencyWords(dataset))} ${fact('領域', categories[dataset.category]['zh-Hant'])}
    ${fact('身分驗證', dataset.identity.map(methodWords).join('、') || '尚未公布')}
    ${fact('檔案格式', dataset.formats.map((format) => formatWords[format]).join('、') || '尚未公布')}
    ${fact('準備時間', minutesWords(dataset))} ${fact('欄位', kindWords[kindOf(dataset)])}
    ${fact('特種個資', dataset.specialCategory ? '是（個人資料保護法第 6 條，需書面同意）' : '否')}
    ${fact('資料有誤時洽', dataset.correctedBy['zh-Hant'])}
  </dl>`;

const parameters = ({ parameters: asked }: CatalogueEntry): Html =>
  html`<h2>民眾要先填的項目</h2>
    <div class="scroll" role="region" aria-label="民眾要先填的項目" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">標頭名稱</th>
            <th scope="col">必填</th>
            <th scope="col">說明</th>
          </tr>
        </thead>
        <tbody>
          ${asked.map(
            ({ name, label, hint, required }) =>
              html`<tr>
                <th scope="row">${label['zh-Hant']}</th>
                <td><code>${name}</code></td>
                <td>${required ? '是' : '否'}</td>
                <td>${hint['zh-Hant']}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;

function fields(dataset: Dataset): Html {
  const rows = fieldRows(dataset);
  return html`<h2 id="fields">欄位 <small>${rows.length} 個</small></h2>
    <p>
      <a href="/samples/${dataset.id}/schema.json" download="${dataset.id}.schema.json">下載 JSON Schema（2020-12）</a>
    </p>
    <div class="scroll" role="region" aria-label="欄位" tabindex="0">
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">欄位</th>
            <th scope="col">機關的名稱</th>
            <th scope="col">型別</th>
            <th scope="col">樣本</th>
            <th scope="col">敏感度</th>
            <th scope="col">來源</th>
            <th scope="col">說明</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(fieldRow)}
        </tbody>
      </table>
    </div>
    <details>
      <summary>範例資料（機關送出的樣子）</summary>
      <pre tabindex="0"><code>${exampleOf(dataset)}</code></pre>
    </details>`;
}

const fieldRow = (row: FieldRow): Html =>
  html`<tr>
    <th scope="row">${row.label['zh-Hant']}<span class="soft" lang="en">${row.label.en}</span></th>
    <td data-label="機關的名稱">
      <code>${row.sent}</code><span class="soft">表單取用 <code>${row.path}</code></span>
    </td>
    <td data-label="型別">
      ${typeWords[row.type]}${row.format ? html`<span class="soft"><code>${row.format}</code></span>` : ''}
    </td>
    <td data-label="樣本">${row.sample || '—'}</td>
    <td data-label="敏感度">${sensitivityWords[row.sensitivity]}</td>
    <td data-label="來源">${row.is === 'observed' ? '實際' : '推定'}</td>
    <td data-label="說明">${row.about['zh-Hant']}</td>
  </tr>`;

function exampleOf({ payloadSchema }: Dataset): string {
  const [example] = payloadSchema['examples'] as readonly unknown[];
  const text = typeof example === 'string' ? example : JSON.stringify(example, null, 2);
  return text.length > 20_000 ? `${text.slice(0, 20_000)}\n…` : text;
}

const samples = (dataset: CatalogueEntry, people: readonly SamplePerson[], holding: Holding): Html =>
  html`<h2 id="samples">測試民眾的樣本 <small>${holding.holders(dataset)} 位有紀錄</small></h2>
    <p>
      上鎖的 PDF 以該民眾的身分證統一編號開啟（首字母大寫）。簽章資料包可依
      <a href="/ca.pem">測試憑證機構的憑證</a>查驗。
    </p>
    <p><a href="/samples/${dataset.id}/all.zip">下載這個資料集的全部樣本（zip）</a></p>
    <div class="scroll" role="region" aria-label="測試民眾的樣本" tabindex="0">
      <table class="people">
        <thead>
          <tr>
            <th scope="col">測試民眾</th>
            <th scope="col">檔案</th>
          </tr>
        </thead>
        <tbody>
          ${[...people]
            .sort((one, other) => Number(holding.has(dataset, other)) - Number(holding.has(dataset, one)))
            .map(
              (person) =>
                html`<tr>
                  <th scope="row">
                    <a href="/samples/residents/${person.slug}">${person.name}</a>
                    <span class="soft">${person.nationalId}，${person.note['zh-Hant']}</span>
                  </th>
                  <td>${fileLinks(dataset, person, holding)}</td>
                </tr>`,
            )}
        </tbody>
      </table>
    </div>`;
