/** The two files in an archive that tell what it is; they are read from a disk, so their links are relative. */
import { html, raw } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { ArchiveScope } from '../../samples/archive-scope.ts';
import { isReadable, kindOf } from '../../samples/find-datasets.ts';
import type { Holding } from '../../samples/holdings.ts';
import type { SamplePerson } from '../../samples/person.ts';
import type { Html } from '../page.ts';
import { formatWords, kindWords, unitWords } from './words.ts';

/** → `README.txt`: plain text, Chinese first and then English */
export const archiveReadme = ({ datasets, people }: ArchiveScope): string =>
  `MyData 資料集樣本
================

這裡沒有任何真實的人：人物與資料都是為了測試而編造的，文件不具任何效力。
請先開啟 index.html。

  index.html                          資料集（${datasets.length} 項）與測試民眾（${people.length} 位）一覽
  datasets.json                       資料集清單與欄位，供程式讀取
  schemas/<代號>.schema.json          JSON Schema（2020-12）；x-mydata.fields 為 observed（依實際資料）或 assumed（推定）
  samples/<民眾>/<代號>.json|csv|pdf  樣本；沒有檔案表示機關查無此人的紀錄（介面回覆 204）

MyData sample files
===================

Everybody in here is invented, and no document is worth anything. Begin with index.html.
schemas/ holds a JSON Schema (draft 2020-12) per dataset that has fields, samples/ the files per person.
Where there is no file the agency holds no record of the person (the interface answers 204).
`;

const style = `
body { font: 1rem/1.7 "Noto Sans TC", "PingFang TC", "Microsoft JhengHei", system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #8886; font-weight: 400; }
thead th { font-weight: 700; }
.notice { border-inline-start: .4rem solid #b7791f; padding: .5rem 1rem; }
`;

/** → `index.html`: datasets and people with links to the files that are there; needs nothing from the network */
export const archiveIndex = ({ datasets, people }: ArchiveScope, holding: Holding): Html =>
  html`${raw('<!doctype html>')}
    <html lang="zh-Hant-TW">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>MyData 資料集樣本</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <h1>MyData 資料集樣本</h1>
        <p class="notice"><strong>這裡沒有任何真實的人。</strong>人物與資料都是為了測試而編造的，文件不具任何效力。</p>
        <h2>資料集（${datasets.length} 項）</h2>
        <table>
          <thead>
            <tr>
              <th scope="col">資料集</th>
              <th scope="col">機關</th>
              <th scope="col">欄位</th>
              <th scope="col">有紀錄</th>
            </tr>
          </thead>
          <tbody>
            ${datasets.map((dataset) => datasetRow(dataset, people, holding))}
          </tbody>
        </table>
        <h2>測試民眾（${people.length} 位）</h2>
        ${people.map((person) => personPart(person, datasets, holding))}
      </body>
    </html>`;

const datasetRow = (dataset: CatalogueEntry, people: readonly SamplePerson[], holding: Holding): Html =>
  html`<tr>
    <th scope="row">${dataset.name['zh-Hant']}<br /><code>${dataset.id}</code></th>
    <td>${unitWords(dataset)}</td>
    <td>
      ${
        isReadable(dataset)
          ? html`<a href="schemas/${dataset.id}.schema.json">${kindWords[kindOf(dataset)]}</a>`
          : kindWords[kindOf(dataset)]
      }
    </td>
    <td>${people.filter((person) => holding.has(dataset, person)).length} 位</td>
  </tr>`;

const personPart = (person: SamplePerson, datasets: readonly CatalogueEntry[], holding: Holding): Html => {
  const held = datasets.filter((dataset) => holding.has(dataset, person));
  return html`<h3 id="${person.slug}">${person.name}（${person.nationalId}）</h3>
    <p>${person.note['zh-Hant']}</p>
    ${
      held.length
        ? html`<ul>
            ${held.map(
              ({ id, name, formats }) =>
                html`<li>
                  ${name['zh-Hant']}：${formats.map(
                    (format) => html` <a href="samples/${person.slug}/${id}.${format}">${formatWords[format]}</a>`,
                  )}
                </li>`,
            )}
          </ul>`
        : html`<p>查無紀錄（介面回覆 204）。</p>`
    }`;
};
