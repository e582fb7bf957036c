/** Usage records: the list, its filter, and the ways to take it along. */
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { dateInput, dateScript, dayHint } from '../../site/views/fields.ts';
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { outcomeKinds, type OutcomeKind } from '../outcome.ts';
import type { UsageRecord } from '../records.ts';
import { filterQuery, isFiltered, periods, type Paged, type RecordsFilter } from '../records-filter.ts';
import type { OwnSession } from '../session.ts';
import type { Html } from '../../site/views/page.ts';
import type { WrongTries } from '../../storage.ts';
import { mePage } from './me-page.ts';
import { wrongTriesSection } from './wrong-tries.ts';

export interface RecordsViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly shown: Paged<UsageRecord>;
  readonly filter: RecordsFilter;
  /** As typed, or as understood. */
  readonly days: { readonly [bound in 'from' | 'to']: DateParts };
  /** What is wrong with the days: the list is shown without them. */
  readonly mistakes: readonly FieldError[];
  /** That occur in this person's records. */
  readonly services: readonly { readonly id: string; readonly name: string }[];
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
  /** There is something at all, filtered or not. */
  readonly any: boolean;
  /** To prove that one is this person. */
  readonly wrongTries: readonly WrongTries[];
}

/**
 * For the person whose records these are, 10 to a page. The form offers only services and datasets that occur in them;
 * wrong tries to prove that one is this person stand below, filtered or not.
 */
export const recordsView = (options: RecordsViewOptions): Html => {
  const { own, test, any, wrongTries } = options;
  return mePage({
    own,
    test,
    part: 'records',
    title: '使用紀錄',
    scripts: [dateScript],
    body: html`${any ? list(options) : nothingYet}${wrongTriesSection(wrongTries)}`,
  });
};

const list = (options: RecordsViewOptions): Html => {
  const { shown, filter, mistakes } = options;
  return html`
    ${mistakes.length ? errorSummary('日期沒有套用', mistakes) : ''}
    <p class="lead">您的資料被誰用過、用來做什麼，都列在這裡，保存 1 年。這裡只有紀錄，沒有資料內容。</p>
    ${filterForm(options)}
    <p role="status">
      ${isFiltered(filter) ? '符合條件的有' : '共有'} ${shown.total}
      筆${shown.pages > 1 ? `，這是第 ${shown.page} 頁，共 ${shown.pages} 頁` : ''}。
    </p>
    ${
      shown.total
        ? html`<ol class="records">
            ${shown.rows.map(recordCard)}
          </ol>`
        : html`<p class="notice">沒有符合條件的紀錄。<a href="/me/records">顯示全部</a></p>`
    }
    ${pagesNav(shown, filter)}
    <section class="take-along" aria-labelledby="take-along">
      <h2 id="take-along">帶走紀錄</h2>
      <p>
        ${isFiltered(filter) ? '下載符合條件的紀錄：' : '下載全部紀錄：'}
        <a href="/me/records.csv${filterQuery(filter)}" download>試算表（CSV）</a>、<a
          href="/me/records.json${filterQuery(filter)}"
          download
          >完整內容（JSON）</a
        >
      </p>
    </section>
  `;
};

const nothingYet = html`
  <div class="empty">
    <p class="lead">還沒有任何紀錄。</p>
    <p>當您同意服務使用您的資料，或自己下載資料後，這裡會列出：誰、為了什麼、用了哪些資料、什麼時間、結果如何。</p>
    <p><a class="button" href="/me/download">下載我的資料</a></p>
  </div>
`;

const marks: Readonly<Record<OutcomeKind, string>> = {
  delivered: 'good',
  open: 'open',
  refused: 'quiet',
  'not-delivered': 'quiet',
};

const recordCard = ({ txId, service, organisation, purpose, datasets, startedAt, outcome }: UsageRecord): Html => html`
  <li class="record">
    <p class="record-time"><time datetime="${startedAt.toISOString()}">${taipeiTime(startedAt)}</time></p>
    <h2><a href="/me/records/${txId}">${service}</a></h2>
    ${organisation ? html`<p>${organisation}</p>` : ''}
    <p>用途：${purpose}</p>
    <p>資料：${datasets.map(({ name }) => name['zh-Hant']).join('、') || '—'}</p>
    <p class="outcome ${marks[outcome.kind]}">${outcome.words}</p>
  </li>
`;

const select = (
  id: string,
  label: string,
  everything: string,
  options: readonly { readonly value: string; readonly name: string }[],
  chosen: string | undefined,
): Html => html`
  <div class="field">
    <label for="${id}">${label}</label>
    <select id="${id}" name="${id}">
      <option value="">${everything}</option>
      ${options.map(({ value, name }) => html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${name}</option>`)}
    </select>
  </div>
`;

const filterForm = ({ filter, days, mistakes, services, datasets }: RecordsViewOptions): Html => html`
  <details class="filter" ${isFiltered(filter) || mistakes.length ? html`open` : ''}>
    <summary>篩選紀錄</summary>
    <form method="get" action="/me/records">
      <div class="filter-fields">
        ${select(
          'days',
          '期間',
          '全部（1 年內）',
          periods.map(({ days, name }) => ({ value: String(days), name })),
          filter.days === undefined ? undefined : String(filter.days),
        )}
        ${select(
          'outcome',
          '結果',
          '全部結果',
          Object.entries(outcomeKinds).map(([value, name]) => ({ value, name })),
          filter.outcome,
        )}
        ${select(
          'service',
          '誰使用',
          '全部',
          services.map(({ id, name }) => ({ value: id, name })),
          filter.service,
        )}
        ${select(
          'dataset',
          '資料',
          '全部資料',
          datasets.map(({ id, name }) => ({ value: id, name })),
          filter.dataset,
        )}
        ${dateInput({ name: 'from', label: '從哪一天', hint: dayHint, value: days.from, optional: true, errors: mistakes })}
        ${dateInput({ name: 'to', label: '到哪一天', hint: dayHint, value: days.to, optional: true, errors: mistakes })}
      </div>
      <div class="actions">
        <button type="submit">套用</button>
        ${isFiltered(filter) ? html`<a href="/me/records">清除條件</a>` : ''}
      </div>
    </form>
  </details>
`;

const pagesNav = ({ page, pages }: Paged<UsageRecord>, filter: RecordsFilter): Html | string =>
  pages > 1
    ? html`<nav class="pages" aria-label="頁次">
        ${page > 1 ? html`<a rel="prev" href="/me/records${filterQuery(filter, page - 1)}">上一頁（較新）</a>` : html`<span></span>`}
        ${page < pages ? html`<a rel="next" href="/me/records${filterQuery(filter, page + 1)}">下一頁（較早）</a>` : ''}
      </nav>`
    : '';
