/** `/samples`: search, filters, and the datasets that they leave, by area. Works by a plain GET form. */
import { html, raw } from 'hono/html';
import { categories } from '#schemas/datasets/categories.ts';
import { identityMethods } from '#schemas/datasets/identity-methods.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { kindOf, kinds, type Search } from '../../samples/find-datasets.ts';
import type { Holding } from '../../samples/holdings.ts';
import { page, type Html } from '../page.ts';
import { formatWords, kindWords, unitWords } from './words.ts';

export interface ListPage {
  readonly search: Search;
  readonly found: readonly CatalogueEntry[];
  readonly all: number;
  readonly people: number;
  readonly holding: Holding;
}

/**
 * `found` under the headings of their areas (領域), areas of none left out; what was searched for stands in the form
 * again.
 */
export const listPage = (given: ListPage): Html =>
  page({
    title: '資料集樣本',
    samples: true,
    here: '/samples',
    body: html`<h1>資料集樣本</h1>
      <p class="lead">
        ${given.all} 項資料集的欄位說明，以及 ${given.people} 位測試民眾的樣本檔案，供服務機關與業務單位討論和測試。
      </p>
      ${form(given.search)} ${results(given)}`,
  });

const choice = (
  name: string,
  label: string,
  chosen: string | undefined,
  options: readonly (readonly [string, string])[],
): Html =>
  html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">不限</option>
      ${options.map(
        ([value, words]) => html`<option value="${value}" ${value === chosen ? raw('selected') : ''}>${words}</option>`,
      )}
    </select>
  </div>`;

const form = ({ words, area, format, identity, kind }: Search): Html =>
  html`<form class="search" method="get" action="/samples" role="search">
    <div class="field wide">
      <label for="q">搜尋</label>
      <input id="q" name="q" type="search" value="${words}" maxlength="100" aria-describedby="q-hint" />
      <p class="hint" id="q-hint">資料集名稱、機關、代號或欄位，例如「戶籍」、「出生日期」、「plateNo」。</p>
    </div>
    ${choice(
      'area',
      '領域',
      area,
      Object.entries(categories).map(([value, text]) => [value, text['zh-Hant']] as const),
    )}
    ${choice('format', '檔案格式', format, Object.entries(formatWords))}
    ${choice(
      'identity',
      '可用的身分驗證',
      identity,
      identityMethods.map(({ method, name }) => [method, name['zh-Hant']] as const),
    )}
    ${choice(
      'fields',
      '欄位來源',
      kind,
      kinds.map((value) => [value, kindWords[value]] as const),
    )}
    <div class="actions">
      <button type="submit">查詢</button>
      <a href="/samples">清除條件</a>
    </div>
  </form>`;

function results({ found, all, holding }: ListPage): Html {
  if (!found.length)
    return html`<h2>沒有符合的資料集</h2>
      <p>請換個說法、減少條件，或<a href="/samples">看全部 ${all} 項</a>。</p>`;
  const areas = Object.entries(categories).flatMap(([area, text]) => {
    const entries = found.filter(({ category }) => category === area);
    return entries.length ? [{ area, text, entries }] : [];
  });
  return html`<p role="status">找到 ${found.length} 項${found.length === all ? '' : `（共 ${all} 項）`}。</p>
    ${areas.map(
      ({ area, text, entries }) =>
        html`<section aria-labelledby="area-${area}">
          <h2 id="area-${area}">${text['zh-Hant']} <small>${entries.length} 項</small></h2>
          <ul class="cards">
            ${entries.map((entry) => card(entry, holding))}
          </ul>
        </section>`,
    )}`;
}

const card = (entry: CatalogueEntry, holding: Holding): Html =>
  html`<li>
    <h3><a href="/samples/${entry.id}">${entry.name['zh-Hant']}</a></h3>
    <p class="soft" lang="en">${entry.name.en}</p>
    <p class="soft">${unitWords(entry)}</p>
    <p class="tags">
      ${entry.formats.map((format) => html`<span>${formatWords[format]}</span>`)}
      <span class="${kindOf(entry)}">${kindWords[kindOf(entry)]}</span>
      ${entry.specialCategory ? html`<span class="special">特種個資</span>` : ''}
      ${entry.status === 'planned' ? '' : html`<span class="bare">${holding.holders(entry)} 位有紀錄</span>`}
    </p>
  </li>`;
