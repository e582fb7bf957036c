/** One dataset and the server behind it. Of secrets only that they are there. */
import { html } from 'hono/html';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { ProviderForm, ProviderMistake } from '../change-provider.ts';
import type { DataProvider } from '../provider-of.ts';
import { isOperator, type Staff } from '../../staff/session.ts';
import type { Heartbeat, ProviderEntry } from '../../storage.ts';
import { consolePage } from '../../staff/views/console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { areaField, csrfField, selectField, textField } from '../../staff/views/fields.ts';

export interface ProviderView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly dataset: CatalogueEntry;
  /** Absent: nobody answers for it. */
  readonly provider?: DataProvider;
  /** Absent: the reference provider answers. */
  readonly entry?: ProviderEntry;
  readonly heartbeat?: Heartbeat;
  readonly form: ProviderForm;
  readonly typed?: ProviderForm;
  readonly mistakes?: readonly ProviderMistake[];
  readonly done?: string;
}

/**
 * To staff of the platform; the forms to operators only, and none for an entry of the file. After mistakes secrets must
 * be typed again, and of headers only the names come back.
 */
export function providerView(view: ProviderView): Html {
  const { staff, test, dataset, mistakes = [], done, entry } = view;
  const editable = isOperator(staff) && entry?.source !== 'file';
  return consolePage({
    staff,
    test,
    title: dataset.name['zh-Hant'],
    current: 'datasets',
    done,
    error: mistakes.length > 0,
    body: html`
      ${mistakes.length ? errorSummary('沒有儲存', mistakes) : ''}
      <p><a href="/operator/datasets">回到資料集</a></p>
      <div id="main">${facts(view)}</div>
      ${isOperator(staff) ? askNow(view) : ''} ${editable ? providerForm(view) : ''}
      ${editable && entry ? removeForm(view) : ''}
      ${entry?.source === 'file' ? html`<p class="notice">這一筆由設定檔 MYDATA_PROVIDERS 管理，要改請改檔案後重新啟動平臺。</p>` : ''}
    `,
  });
}

const heard = ({ heartbeat }: ProviderView): Html | string =>
  heartbeat
    ? html`<span class="tag ${heartbeat.ok ? 'ok' : 'bad'}">${heartbeat.ok ? '正常' : '中斷'}</span> 最近確認
        ${taipeiTime(heartbeat.at)}，${taipeiTime(heartbeat.since)} 起${heartbeat.ok ? '正常' : '中斷'}`
    : '還沒有確認過';

function facts(view: ProviderView): Html {
  const { dataset, provider, entry } = view;
  const rows: readonly (readonly [string, Html | string])[] = [
    ['代碼', html`<code>${dataset.id}</code>`],
    ['提供機關', dataset.agency['zh-Hant']],
    ['伺服器', entry ? '機關自己的' : provider ? '參考資料提供者' : '沒有'],
    ...(provider
      ? ([
          ['網址', html`<code>${provider.method} ${provider.url}</code>`],
          ['心跳', html`<code>${provider.heartbeatUrl}</code>`],
          ['權杖', provider.token === 'bearer' ? '前面有 Bearer' : '前面沒有 Bearer'],
          ['日期', html`<code>${provider.dates}</code>`],
          ['固定標頭', Object.keys(provider.headers).join('、') || '沒有'],
        ] as const)
      : []),
    ['最近的心跳', heard(view)],
    ...(entry
      ? ([
          ['憑證管理中心', entry.ca ? '自己的' : '與其他資料集相同'],
          ['廢止清冊', entry.ca ? (entry.crl ? '有' : '沒有，不檢查廢止') : '與其他資料集相同'],
          ['設定', `${entry.changedBy}，${taipeiTime(entry.changedAt)}`],
        ] as const)
      : []),
  ];
  return html`<dl class="values">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

const askNow = ({ staff, dataset, provider }: ProviderView): Html | string =>
  provider
    ? html`<form method="post" action="/operator/datasets/${dataset.id}/heartbeat">
        ${csrfField(staff)}<button class="plain">現在確認一次</button>
      </form>`
    : '';

function providerForm({ staff, dataset, entry, form, typed, mistakes = [] }: ProviderView): Html {
  const values = typed ?? form;
  const errorOf = (field: ProviderMistake['field']) => mistakes.find((one) => one.field === field)?.text;
  const common = (name: ProviderMistake['field']) => ({ name, value: values[name], error: errorOf(name) });
  const choice = (value: string, text = value) => ({ value, text });
  return html`<details ${mistakes.length ? html`open` : ''} class="dataset">
    <summary><strong>${entry ? '修改' : '改由機關自己的伺服器提供'}</strong></summary>
    <p>機關要實作什麼、怎麼測試，見文件 docs/data-provider.md。</p>
    <form method="post" action="/operator/datasets/${dataset.id}/provider">
      ${csrfField(staff)}
      ${textField({ ...common('url'), label: 'DP-API 網址', hint: '完整的網址，例如 https://dp.example.gov.tw/dp-api/household。' })}
      ${selectField({ ...common('method'), label: '方法', choices: [choice('GET'), choice('POST', 'POST（JSON）')] })}
      ${selectField({
        ...common('token'),
        label: '權杖',
        choices: [choice('bearer', 'Bearer 加權杖'), choice('bare', '只有權杖')],
      })}
      ${selectField({ ...common('dates'), label: '日期寫法', choices: [choice('yyyy/MM/dd'), choice('yyyy-MM-dd')] })}
      ${textField({
        ...common('secret'),
        value: undefined,
        type: 'password',
        label: '查驗權杖的密碼（resource_secret）',
        hint: entry ? '不改就留空；換了主機要重填。' : '機關以 HTTP Basic 呼叫 /connect/introspect 時使用。',
        required: !entry,
        autocomplete: 'new-password',
      })}
      ${areaField({
        ...common('headers'),
        // What was typed may be a key: only the names come back.
        value: namesOnly(values['headers']),
        label: '固定標頭',
        hint: '一行一個，例如 x-api-key: 內容。只有名稱的，內容不變；換了主機要重填。',
        required: false,
      })}
      ${textField({ ...common('heartbeatUrl'), label: '心跳網址', hint: '不填就是上面的網址加 heartbeat=true。', required: false })}
      ${areaField({
        ...common('ca'),
        label: '憑證管理中心（PEM）',
        hint: '不填就與其他資料集相同。縣市也要信任它，見文件。',
        required: false,
        rows: 4,
        maxLength: 40_000,
      })}
      ${areaField({ ...common('crl'), label: '廢止清冊（PEM）', required: false, rows: 2, maxLength: 40_000 })}
      ${areaField({
        ...common('agency'),
        label: '簽章憑證的屬性',
        hint: '一行一個，例如 O=內政部。不填就是這個憑證管理中心簽發的任何憑證。',
        required: false,
        rows: 2,
      })}
      ${areaField({ ...common('reason'), label: '原因', hint: '例如機關來函的文號。', rows: 2, maxLength: 200 })}
      <button>儲存</button>
    </form>
  </details>`;
}

const namesOnly = (lines = ''): string =>
  lines
    .split('\n')
    .flatMap((line) => (line.trim() ? `${line.split(':')[0]?.trim()}:` : []))
    .join('\n');

const removeForm = ({ staff, dataset }: ProviderView): Html =>
  html`<details>
    <summary>移除</summary>
    <form method="post" action="/operator/datasets/${dataset.id}/provider/remove">
      ${csrfField(staff)}
      <p>移除後改由參考資料提供者提供。</p>
      <label for="remove-reason">原因</label>
      <input id="remove-reason" name="reason" required maxlength="200" />
      <button class="plain">移除這個伺服器</button>
    </form>
  </details>`;
