/** Datasets with their heartbeat, and the maintenance that residents are told of. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { RefusedPackages } from '../refused-packages.ts';
import { isOperator, platformRoles, type Staff } from '../session.ts';
import type { Heartbeat, Maintenance } from '../../storage.ts';
import { consolePage } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { areaField, csrfField, textField } from './fields.ts';
import { dataTable, when } from './table.ts';

export interface DatasetsView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly now: Date;
  readonly datasets: readonly CatalogueEntry[];
  readonly down: ReadonlySet<string>;
  readonly heartbeats: readonly Heartbeat[];
  /** Datasets with a server of the agency’s own. */
  readonly own: ReadonlySet<string>;
  readonly refused: readonly RefusedPackages[];
  readonly maintenances: readonly Maintenance[];
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly ticked?: readonly string[];
  readonly mistakes?: readonly { readonly field: string; readonly text: string }[];
  readonly done?: string;
}

/**
 * For every role, what is down first. Only operators get the forms, only the platform's people the links to an agency's
 * server. Refused packages are numbers and reasons: whose they were is not told.
 */
export function datasetsView(view: DatasetsView): Html {
  const { staff, test, datasets, down, mistakes = [], done } = view;
  return consolePage({
    staff,
    test,
    title: '資料集',
    current: 'datasets',
    done,
    error: mistakes.length > 0,
    body: html`
      ${mistakes.length ? errorSummary('公告沒有送出', mistakes) : ''}
      <p>
        ${datasets.length}
        項資料集，${down.size ? html`<strong>${down.size} 項目前無法取得</strong>` : '全部可以取得'}。每分鐘向資料提供者確認一次（heartbeat）。
      </p>
      ${refusedNotice(view)}
      <h2>維護公告</h2>
      ${maintenanceTable(view)} ${isOperator(staff) ? announceForm(view) : ''}
      <h2>資料集狀態</h2>
      ${dataTable({
        label: '資料集狀態',
        columns: ['狀態', '資料集', '提供機關', '最近確認', '準備時間'],
        // What is down stands first.
        rows: datasets
          .toSorted((a, b) => Number(down.has(b.id)) - Number(down.has(a.id)))
          .map((dataset) => datasetRow(view, dataset)),
        empty: '目錄裡沒有資料集。',
      })}
    `,
  });
}

/** Numbers only: whose packages they were, nobody here needs to know. */
const refusedNotice = ({ refused, datasets }: DatasetsView): Html | string =>
  refused.length
    ? html`<div class="notice warning">
        <p>
          24
          小時內有資料包沒有通過平臺檢查（格式、簽章、憑證、簽發機關，或資料不是當事人的），已經退回，沒有交給任何人。請把原因的代碼告訴資料提供者；每一份的原因都在平臺的系統日誌。
        </p>
        <ul>
          ${refused.map(
            ({ resourceId, count, last, word }) =>
              html`<li>
                ${datasets.find(({ id }) => id === resourceId)?.name['zh-Hant'] ?? resourceId}：${count} 份，最近
                ${taipeiTime(last)}${word ? html`，原因 <code>${word}</code>` : ''}
              </li>`,
          )}
        </ul>
      </div>`
    : '';

/** Where an agency’s server is, is no service provider’s matter. */
const mayLook = ({ roles }: Staff): boolean => roles.some((role) => platformRoles.includes(role));

function datasetRow(
  { staff, down, heartbeats, maintenances, now, own }: DatasetsView,
  dataset: CatalogueEntry,
): readonly (Html | string)[] {
  const heartbeat = heartbeats.find(({ resourceId }) => resourceId === dataset.id);
  const serviced = maintenances.some(
    ({ resources, from }) =>
      from <= now && (!resources.length || (resources as readonly string[]).includes(dataset.id)),
  );
  const state = serviced ? '維護中' : down.has(dataset.id) ? '中斷' : heartbeat ? '正常' : '尚未確認';
  const tone = serviced || down.has(dataset.id) ? 'bad' : heartbeat ? 'ok' : 'quiet';
  return [
    html`<span class="tag ${tone}">${state}</span>`,
    html`${
        mayLook(staff)
          ? html`<a href="/operator/datasets/${dataset.id}">${dataset.name['zh-Hant']}</a>`
          : dataset.name['zh-Hant']
      }<br /><code>${dataset.id}</code>`,
    html`${dataset.agency['zh-Hant']}${own.has(dataset.id) ? html`<br /><span class="hint">機關自己的伺服器</span>` : ''}`,
    heartbeat
      ? html`${when(taipeiTime(heartbeat.at))}<br /><span class="hint"
            >${when(`${taipeiTime(heartbeat.since)} 起${heartbeat.ok ? '正常' : '中斷'}`)}</span
          >`
      : '—',
    dataset.minutes ? `${dataset.minutes} 分鐘` : '立即',
  ];
}

const maintenanceTable = ({ staff, datasets, maintenances, now }: DatasetsView): Html =>
  dataTable({
    label: '維護公告',
    columns: ['狀態', '對象', '期間', '說明', '公告', ...(isOperator(staff) ? ['處理'] : [])],
    empty: '目前沒有維護，也沒有公告中的維護。',
    rows: maintenances.map(({ id, resources, from, until, words, announcedAt, announcedBy, emergency }) => [
      from <= now ? html`<span class="tag bad">維護中</span>` : html`<span class="tag">已公告</span>`,
      resources.length
        ? resources.map((one) => datasets.find((dataset) => dataset.id === one)?.name['zh-Hant'] ?? one).join('、')
        : '整個平臺',
      html`${when(taipeiTime(from))}<br />到 ${when(taipeiTime(until))}`,
      html`${words}${emergency ? html`<br /><span class="hint">緊急：${emergency}</span>` : ''}`,
      html`${when(taipeiTime(announcedAt))}<br />${announcedBy}`,
      ...(isOperator(staff)
        ? [
            html`<details>
              <summary>撤回</summary>
              <form method="post" action="/operator/maintenances/${id}/withdraw">
                ${csrfField(staff)}
                <label for="reason-${id}">原因</label>
                <input id="reason-${id}" name="reason" required maxlength="200" />
                <button class="plain">撤回公告</button>
              </form>
            </details>`,
          ]
        : []),
    ]),
  });

function announceForm({ staff, datasets, typed = {}, ticked = [], mistakes = [] }: DatasetsView): Html {
  const errorOf = (field: string) => mistakes.find((one) => one.field === field)?.text;
  return html`<details ${mistakes.length ? html`open` : ''} class="dataset">
    <summary><strong>發布維護公告</strong></summary>
    <p>
      資料集的暫停由資料提供機關在 30 天前通知，平臺本身的暫停在 15
      天前公告；緊急狀況可以立即公告，但要寫下原因。民眾在首頁與作業開始前會看到。
    </p>
    <form method="post" action="/operator/maintenances">
      ${csrfField(staff)}
      <fieldset id="resources">
        <legend>對象（都不選就是整個平臺）</legend>
        <div class="pick">
          ${datasets.map(
            ({ id, name }) =>
              html`<label class="check"
                ><input type="checkbox" name="resources" value="${id}" ${ticked.includes(id) ? html`checked` : ''} />
                ${name['zh-Hant']}</label
              >`,
          )}
        </div>
      </fieldset>
      ${textField({ name: 'from', label: '開始', type: 'datetime-local', value: typed['from'], error: errorOf('from') })}
      ${textField({ name: 'until', label: '結束', type: 'datetime-local', value: typed['until'], error: errorOf('until') })}
      ${areaField({
        name: 'words',
        label: '民眾看到的說明',
        hint: '例如：系統更新，這段時間無法取得戶籍資料，請改日再辦或向戶政事務所申請。',
        value: typed['words'],
        error: errorOf('words'),
        maxLength: 300,
      })}
      ${areaField({
        name: 'emergency',
        label: '緊急原因',
        hint: '只有來不及提前公告時才需要。',
        required: false,
        rows: 2,
        value: typed['emergency'],
        maxLength: 300,
      })}
      <button>發布公告</button>
    </form>
  </details>`;
}
