/** Transfer records: search, one record with its events, and the records of one person. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import { eventNumbers } from '../../log/events.ts';
import { selfClientId } from '../../me/downloads.ts';
import { isPlatformMethod, methodName } from '../../identity/methods/levels.ts';
import type { Client } from '../../registry/read-register.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { isOperator, type Staff } from '../session.ts';
import { belowOf, bounds, filterNames, type TransferFilter } from '../transfers.ts';
import type { Transaction, TransferEvent } from '../../storage.ts';
import { dateInput, dateScript, dayHint } from '../../site/views/fields.ts';
import { consolePage } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { areaField, csrfField, selectField, textField } from './fields.ts';
import { exportButtons } from './export-buttons.ts';
import { dataTable, when } from './table.ts';

interface Known {
  readonly staff: Staff;
  readonly test: boolean;
  readonly clients: readonly Pick<Client, 'clientId' | 'name'>[];
  readonly datasets: ReadonlyMap<string, CatalogueEntry>;
}

export interface TransfersView extends Known {
  readonly filter: TransferFilter;
  readonly days: { readonly [bound in 'from' | 'until']: DateParts };
  readonly rows: readonly Transaction[];
  /** There are more below the last row. */
  readonly more: boolean;
  readonly mistakes: readonly { readonly field: string; readonly text: string }[];
}

const codes: Readonly<Record<number, string>> = {
  200: '成功送達',
  205: '未同意',
  401: '沒有登錄',
  408: '逾時',
  409: '不是同一人',
};

const result = ({ code, endedAt }: Transaction): Html =>
  code === undefined
    ? html`<span class="tag">進行中</span>`
    : html`<span class="tag ${code === 200 ? 'ok' : 'quiet'}">${code}</span> ${codes[code] ?? ''}
        ${endedAt ? html`<br /><span class="hint">${taipeiTime(endedAt)}</span>` : ''}`;

const nameOf = ({ clients }: Known, id: string): string =>
  id === selfClientId ? '民眾自行下載' : (clients.find(({ clientId }) => clientId === id)?.name ?? id);

const namesOf = ({ datasets }: Known, resources: readonly string[]): string =>
  resources.map((id) => datasets.get(id)?.name['zh-Hant'] ?? id).join('、') || '—';

const recordsTable = (known: Known, rows: readonly Transaction[]): Html =>
  dataTable({
    label: '傳輸紀錄',
    columns: ['時間', '服務', '資料集', '結果', '交易編號'],
    empty: '沒有符合的紀錄。',
    rows: rows.map((row) => [
      when(taipeiTime(row.startedAt)),
      html`${nameOf(known, row.clientId)}<br /><code>${row.clientId}</code>`,
      namesOf(known, row.resources),
      result(row),
      html`<a href="/operator/transfers/${encodeURIComponent(row.txId)}"><code>${row.txId}</code></a>`,
    ]),
  });

/**
 * For operators and auditors: no person, not even hashed. With `mistakes` there is no list at all: nothing was looked
 * for then.
 */
export function transfersView(view: TransfersView): Html {
  const { staff, test, clients, datasets, filter, days, rows, more, mistakes } = view;
  const errorOf = (field: string) => mistakes.find((one) => one.field === field)?.text;
  const last = rows.at(-1);
  // Where nothing was looked for, nothing is said of what there is.
  const results = html`
    ${recordsTable(view, rows)}
    <div class="actions">
      ${
        more && last
          ? html`<a
              href="/operator/transfers?${new URLSearchParams({ ...shown(filter), below: belowOf(last) }).toString()}"
              >看更早的紀錄</a
            >`
          : ''
      }
      ${exportButtons(staff, '/operator/transfers/export', shown(filter))}
    </div>
  `;
  return consolePage({
    staff,
    test,
    title: '傳輸紀錄',
    scripts: [dateScript],
    current: 'transfers',
    error: mistakes.length > 0,
    body: html`
      <p>每一筆傳輸的時間、對象、資料集與結果，至少保存一年。紀錄裡沒有個人資料；當事人只以加鑰雜湊表示。</p>
      ${mistakes.length ? errorSummary('查詢條件有問題', mistakes) : ''}
      <form method="get" action="/operator/transfers" class="filters" role="search">
        ${bounds.map(([name, label]) => dateInput({ name, label, hint: dayHint, value: days[name], optional: true, errors: mistakes }))}
        ${selectField({
          name: 'client',
          label: '服務',
          value: filter.client,
          required: false,
          error: errorOf('client'),
          choices: [
            { value: '', text: '全部' },
            ...clients.map(({ clientId, name }) => ({ value: clientId, text: name })),
          ],
        })}
        ${selectField({
          name: 'dataset',
          label: '資料集',
          value: filter.dataset,
          required: false,
          error: errorOf('dataset'),
          choices: [
            { value: '', text: '全部' },
            ...[...datasets.values()].map(({ id, name }) => ({ value: id, text: name['zh-Hant'] })),
          ],
        })}
        ${textField({ name: 'code', label: '回傳代碼', value: filter.code, required: false, numeric: true, maxLength: 3, error: errorOf('code') })}
        ${textField({ name: 'tx', label: '交易編號', value: filter.tx, required: false, maxLength: 64, error: errorOf('tx') })}
        <button>查詢</button>
      </form>
      ${mistakes.length ? '' : results}
      ${isOperator(staff) ? html`<p class="back"><a href="/operator/transfers/person">查詢某一位當事人的紀錄</a></p>` : ''}
    `,
  });
}

const shown = (filter: TransferFilter): Record<string, string> =>
  Object.fromEntries(filterNames.flatMap((name) => (filter[name] ? [[name, filter[name]]] : [])));

const eventNames: Readonly<Record<number, string>> = {
  140: '由服務提供者進入',
  180: '在平臺驗證身分',
  240: '同意傳送',
  241: '不同意傳送',
  250: '向資料提供者請求',
  260: '資料提供者查驗權杖',
  270: '資料提供者查詢當事人',
  280: '取得資料',
  290: '通知服務提供者',
  291: '服務提供者回應',
  292: '服務提供者接受',
  300: '回到服務提供者',
  310: '服務提供者取走資料',
  340: '寄出通知',
  350: '平臺刪除資料',
  906: '退回資料提供者的資料包',
};

const sources = { platform: '平臺', sp: '服務提供者', dp: '資料提供者' } as const;

/** For operators and auditors: one transfer with its events in the order given. The person is a keyed hash. */
export const transferView = (
  view: Known & { readonly transaction: Transaction; readonly events: readonly TransferEvent[] },
): Html => {
  const { staff, test, transaction, events, datasets } = view;
  const { txId, clientId, resources, startedAt, method, personHash } = transaction;
  const rows: readonly (readonly [string, Html | string])[] = [
    ['交易編號', html`<code>${txId}</code>`],
    ['開始', taipeiTime(startedAt)],
    ['服務', html`${nameOf(view, clientId)}（<code>${clientId}</code>）`],
    ['資料集', namesOf(view, resources)],
    ['身分驗證方式', isPlatformMethod(method) ? methodName(method) : (method ?? '—')],
    ['當事人（加鑰雜湊）', personHash ? html`<code>${personHash}</code>` : '—'],
    ['結果', result(transaction)],
  ];
  return consolePage({
    staff,
    test,
    title: '一筆傳輸',
    current: 'transfers',
    body: html`
      <dl class="values">
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <h2>經過</h2>
      ${dataTable({
        label: '這筆傳輸的事件',
        columns: ['時間', '事件', '由誰回報', '資料集', '結果'],
        empty: '沒有事件。',
        rows: events.map(({ at, number, source, ok, resourceId }) => [
          when(taipeiTime(at)),
          html`<code>${number}</code>
            ${eventNames[number] ?? Object.entries(eventNumbers).find(([, one]) => one === number)?.[0] ?? ''}`,
          sources[source],
          resourceId ? (datasets.get(resourceId)?.name['zh-Hant'] ?? resourceId) : '—',
          ok ? html`<span class="tag ok">成功</span>` : html`<span class="tag bad">失敗</span>`,
        ]),
      })}
      <p class="back"><a href="/operator/transfers">回到傳輸紀錄</a></p>
    `,
  });
};

/** For operators. The id that was typed is never written back, the reason only where nothing was looked up. */
export const personTransfersView = (
  view: Known & {
    readonly reason?: string;
    readonly rows?: readonly Transaction[];
    readonly mistakes?: readonly { readonly field: string; readonly text: string }[];
  },
): Html => {
  const { staff, test, reason, rows, mistakes = [] } = view;
  const errorOf = (field: string) => mistakes.find((one) => one.field === field)?.text;
  return consolePage({
    staff,
    test,
    title: '查詢當事人的紀錄',
    current: 'transfers',
    error: mistakes.length > 0,
    body: html`
      ${mistakes.length ? errorSummary('沒有查詢', mistakes) : ''}
      ${
        rows
          ? html`<p class="notice" role="status">這次查詢與原因已經記入操作紀錄。找到 ${rows.length} 筆。</p>
              ${recordsTable(view, rows)}`
          : html`<p>
              只在當事人申請或法律要求時使用。字號只用來計算雜湊，不會保存；誰在什麼時候為了什麼查詢，會留在操作紀錄。
            </p>`
      }
      <form method="post" action="/operator/transfers/person">
        ${csrfField(staff)}
        ${textField({ name: 'nationalId', label: '身分證字號', maxLength: 80, width: 'short', error: errorOf('nationalId') })}
        ${areaField({
          name: 'reason',
          label: '查詢原因',
          hint: '例如：當事人 115 年 11 月 20 日來函申請查詢。請不要寫當事人的姓名或字號。',
          rows: 2,
          maxLength: 200,
          value: rows ? '' : reason,
          error: errorOf('reason'),
        })}
        <button>查詢並留下紀錄</button>
      </form>
      <p class="back"><a href="/operator/transfers">回到傳輸紀錄</a></p>
    `,
  });
};
