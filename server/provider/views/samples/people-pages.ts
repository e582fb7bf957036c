/** `/samples/residents` and `/samples/residents/{slug}`: the invented people, and what each agency holds of one of them. */
import { html } from 'hono/html';
import { categories } from '#schemas/datasets/categories.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { formatRocDate } from '#schemas/taiwan/roc-date.ts';
import type { Holding } from '../../samples/holdings.ts';
import type { SamplePerson } from '../../samples/person.ts';
import { page, type Html } from '../page.ts';
import { fileLinks } from './file-links.ts';

/** With number, birthday and how many datasets hold a record; all of them invented, so nothing is masked. */
export const peoplePage = (people: readonly SamplePerson[], holding: Holding): Html =>
  page({
    title: '測試民眾',
    samples: true,
    here: '/samples/residents',
    body: html`<h1>測試民眾</h1>
      <p class="lead">${people.length} 位虛構的人，各有不同的身分與處境；同一個人在各機關的資料彼此相符。</p>
      <ul class="cards">
        ${people.map(
          (person) =>
            html`<li>
              <h2><a href="/samples/residents/${person.slug}">${person.name}</a></h2>
              <p>${person.note['zh-Hant']}</p>
              <p class="soft">${person.nationalId}・${bornOn(person)}生・${holding.held(person)} 項資料集有紀錄</p>
            </li>`,
        )}
      </ul>`,
  });

const bornOn = ({ birthDate }: SamplePerson): string => formatRocDate(birthDate) ?? birthDate;

export interface PersonPage {
  readonly person: SamplePerson;
  /** In use. */
  readonly datasets: readonly CatalogueEntry[];
  readonly holding: Holding;
  readonly platform: string;
}

/**
 * What each agency holds of this person, by area, and the datasets that hold nothing. What proves identity is at the
 * platform, which it links to.
 */
export function personPage({ person, datasets, holding, platform }: PersonPage): Html {
  const held = datasets.filter((dataset) => holding.has(dataset, person));
  const none = datasets.filter((dataset) => !holding.has(dataset, person));
  return page({
    title: person.name,
    samples: true,
    body: html`<p class="back"><a href="/samples/residents">回測試民眾</a></p>
      <h1>${person.name}</h1>
      <p class="notice">${person.note['zh-Hant']}</p>
      <dl class="facts">
        <div>
          <dt>身分證統一編號</dt>
          <dd><code>${person.nationalId}</code>（上鎖的 PDF 以此開啟）</dd>
        </div>
        <div>
          <dt>出生日期</dt>
          <dd>${bornOn(person)}</dd>
        </div>
        <div>
          <dt>性別</dt>
          <dd>${person.gender === 'M' ? '男' : '女'}</dd>
        </div>
        <div>
          <dt>身分驗證</dt>
          <dd><a href="${platform}/sandbox/residents">參考平臺的測試民眾頁</a>有憑證、健保卡等驗證所需的資料</dd>
        </div>
      </dl>
      <h2>有紀錄的資料集 <small>${held.length} 項</small></h2>
      ${
        held.length
          ? html`<p><a href="/samples/residents/${person.slug}/all.zip">下載${person.name}的全部樣本（zip）</a></p>
              ${Object.entries(categories).map(([area, text]) => areaOf(area, text['zh-Hant'], held, person, holding))}`
          : html`<p>各機關都查無此人的紀錄，介面一律回覆 204。</p>`
      }
      ${
        none.length
          ? html`<details>
              <summary>查無紀錄的資料集 ${none.length} 項（介面回覆 204）</summary>
              <ul>
                ${none.map(({ id, name }) => html`<li><a href="/samples/${id}">${name['zh-Hant']}</a></li>`)}
              </ul>
            </details>`
          : ''
      }`,
  });
}

function areaOf(
  area: string,
  label: string,
  held: readonly CatalogueEntry[],
  person: SamplePerson,
  holding: Holding,
): Html | string {
  const rows = held.filter(({ category }) => category === area);
  if (!rows.length) return '';
  return html`<h3>${label}</h3>
    <div class="scroll" role="region" aria-label="${label}" tabindex="0">
      <table class="people">
        <thead class="hidden">
          <tr>
            <th scope="col">資料集</th>
            <th scope="col">檔案</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (dataset) =>
              html`<tr>
                <th scope="row"><a href="/samples/${dataset.id}">${dataset.name['zh-Hant']}</a></th>
                <td>${fileLinks(dataset, person, holding)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
