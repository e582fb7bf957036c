/** Choosing datasets for a self-download. */
import { html } from 'hono/html';
import { searchText, type ChoosableDataset, type ChoosableGroup } from '../choose.ts';
import type { OwnSession } from '../session.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { mePage, tokenField } from './me-page.ts';

export interface ChooseViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly groups: readonly ChoosableGroup[];
  /** Also those that the search hides. */
  readonly chosen: readonly { readonly id: string; readonly name: string }[];
  readonly search: string;
  /** Nothing was chosen. */
  readonly missing?: boolean;
}

/**
 * For who is signed in. Areas with something chosen, or found by a search, are open; what the search hides stays chosen
 * and is named. A dataset that is down or needs a stronger proof can be chosen all the same.
 */
export function chooseView({ own, test, groups, chosen, search, missing = false }: ChooseViewOptions): Html {
  const found = groups.reduce((sum, { datasets }) => sum + datasets.length, 0);
  const hidden = chosen.filter(
    ({ id }) => !groups.some(({ datasets }) => datasets.some(({ dataset }) => dataset.id === id)),
  );
  return mePage({
    own,
    test,
    part: 'download',
    title: '下載我的資料',
    error: missing,
    scripts: ['me-choose.js'],
    body: html`
      ${missing ? errorSummary('還沒有選擇資料', [{ field: 'search', text: '請至少勾選一項想下載的資料。' }]) : ''}
      <p class="lead">請勾選想下載的資料，可以一次選好幾項，會放在同一個壓縮檔裡。</p>
      <form class="choose" method="post" action="/me/download">
        ${tokenField(own)}<input type="hidden" name="shown" value="${search}" />
        <div class="search" role="search">
          <label for="search">找資料</label>
          <p class="hint" id="search-hint">輸入名稱或機關，例如「戶籍」、「勞保」、「所得」。</p>
          <div class="search-line">
            <input
              id="search"
              name="search"
              type="search"
              value="${search}"
              maxlength="40"
              autocomplete="off"
              enterkeyhint="search"
              aria-describedby="search-hint"
            />
            <button class="second" type="submit" name="action" value="search">搜尋</button>
          </div>
          <p class="found" role="status" data-found>
            ${search ? html`找到 ${found} 項。<a href="/me/download">顯示全部</a>` : html`共 ${found} 項。`}
          </p>
        </div>
        ${hidden.length ? html`<p class="hint">另外已選：${hidden.map(({ name }) => name).join('、')}。</p>` : ''}
        ${groups.map((group) => groupView(group, search !== ''))}
        ${found ? '' : html`<p class="notice">找不到符合的資料。請換個說法，例如只輸入兩個字。</p>`}
        <div class="chosen-bar">
          <p role="status">已選 <strong data-count>${chosen.length}</strong> 項</p>
          <button type="submit" name="action" value="next">下一步</button>
        </div>
      </form>
    `,
  });
}

const groupView = ({ category, name, datasets }: ChoosableGroup, searched: boolean): Html => {
  const chosen = datasets.filter((one) => one.chosen).length;
  return html`
    <details class="area" id="area-${category}" ${searched || chosen ? html`open` : ''}>
      <summary>
        <h2>${name}</h2>
        <span class="area-count"
          >${datasets.length} 項<span data-area-count>${chosen ? `，已選 ${chosen} 項` : ''}</span></span
        >
      </summary>
      <ul class="options">
        ${datasets.map(optionView)}
      </ul>
    </details>
  `;
};

function optionView({ dataset, chosen, needs, down }: ChoosableDataset): Html {
  const { id, name, agency, minutes, formats, parameters, specialCategory } = dataset;
  const box = `d-${id.replace('.', '-')}`;
  const more = [
    minutes ? `準備約 ${minutes} 分鐘` : '立即取得',
    formats.includes('pdf') ? '含 PDF 文件' : `${formats.map((format) => format.toUpperCase()).join('、')} 檔案`,
    ...(parameters.length ? [`需要填寫${parameters.map(({ label }) => label['zh-Hant']).join('、')}`] : []),
  ];
  return html`<li data-search="${searchText(dataset)}">
    <label class="option" for="${box}">
      <input
        type="checkbox"
        id="${box}"
        name="dataset"
        value="${id}"
        aria-describedby="${box}-more"
        ${chosen ? html`checked` : ''}
      />
      <span class="option-name">${name['zh-Hant']}</span>
    </label>
    <div class="option-more" id="${box}-more">
      <p>${agency['zh-Hant']}提供・${more.join('・')}</p>
      ${specialCategory ? html`<p class="tag">特種個人資料</p>` : ''}
      ${down ? html`<p class="needs">目前維護中，可能暫時無法取得。</p>` : ''}
      ${needs ? html`<p class="needs">需要加強驗證：${needs}</p>` : ''}
    </div>
  </li>`;
}
