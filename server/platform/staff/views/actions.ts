/** What the staff did: for the auditor. */
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { DateParts } from '#schemas/taiwan/read-date.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import type { Staff } from '../session.ts';
import { bounds } from '../transfers.ts';
import type { NumberedAction } from '../../storage.ts';
import { consolePage } from './console-page.ts';
import type { Html } from '../../site/views/page.ts';
import { decisionName } from '../../registry/views/words.ts';
import { dateInput, dateScript, dayHint } from '../../site/views/fields.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { exportButtons } from './export-buttons.ts';
import { selectField } from './fields.ts';
import { dataTable, when } from './table.ts';

const verbNames: Readonly<Record<string, string>> = {
  'sign-in': '登入',
  'sign-out': '登出',
  'change-password': '更改密碼',
  'make-own-account': '建立自己的帳號',
  'restore-backup': '啟用備份還原的資料庫',
  'renew-own-account': '重設自己的帳號',
  'invite-staff': '邀請帳號',
  'renew-account': '產生重設連結',
  'close-account': '停用帳號',
  'announce-maintenance': '發布維護公告',
  'withdraw-maintenance': '撤回維護公告',
  'set-provider': '設定資料提供者',
  'remove-provider': '移除資料提供者',
  'look-up-person': '查詢當事人紀錄',
  'export-transfers': '匯出傳輸紀錄',
  'export-actions': '匯出操作紀錄',
  'ask-for-audit': '通知提交稽核',
  'hand-in-audit': '提交年度稽核',
  'read-audit-report': '下載稽核報告',
};

const subjects: Readonly<Record<string, string>> = { service: '服務', organisation: '機關' };

/** Decisions of the register are written as `service-apply`: the subject and what was done to it. */
function verbName(verb: string): string | undefined {
  const [, subject = '', what] = /^(service|organisation)-(.+)$/.exec(verb) ?? [];
  return verbNames[verb] ?? (what ? `${subjects[subject]}：${decisionName({ what })}` : undefined);
}

export type ActionFilter = Readonly<Partial<Record<'from' | 'until' | 'verb' | 'who', string>>>;

/**
 * For operators and auditors. With `mistakes` there is no list at all: nothing was looked for then.
 * @param more there are earlier ones than the last of `actions`
 */
export const actionsView = ({
  staff,
  test,
  actions,
  people,
  filter,
  days,
  mistakes,
  more,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly actions: readonly NumberedAction[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly filter: ActionFilter;
  readonly days: { readonly [bound in 'from' | 'until']: DateParts };
  readonly mistakes: readonly FieldError[];
  readonly more: boolean;
}): Html => {
  const verbs = [...new Set([...Object.keys(verbNames), ...actions.map(({ verb }) => verb)])];
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value)) as Record<string, string>;
  const last = actions.at(-1);
  // Where nothing was looked for, nothing is said of what there is.
  const results = html`
    ${dataTable({
      label: '操作紀錄',
      columns: ['序號', '時間', '人員', '動作', '對象', '原因'],
      empty: '沒有符合的紀錄。',
      rows: actions.map(({ no, at, staffName, verb, object, reason }) => [
        html`<span class="number">${no}</span>`,
        when(taipeiTime(at)),
        staffName,
        verbName(verb) ?? html`<code>${verb}</code>`,
        html`<code>${object}</code>`,
        reason ?? '—',
      ]),
    })}
    <div class="actions">
      ${
        more && last
          ? html`<a href="/operator/actions?${new URLSearchParams({ ...given, before: String(last.no) }).toString()}"
              >看更早的紀錄</a
            >`
          : ''
      }
      ${exportButtons(staff, '/operator/actions/export', given)}
    </div>
  `;
  return consolePage({
    staff,
    test,
    title: '操作紀錄',
    scripts: [dateScript],
    current: 'actions',
    error: mistakes.length > 0,
    body: html`
      ${mistakes.length ? errorSummary('查詢條件有問題', mistakes) : ''}
      <p>誰在什麼時候做了什麼、為了什麼。紀錄與動作在同一筆交易寫入，只能新增，保存 2 年。</p>
      <form method="get" action="/operator/actions" class="filters" role="search">
        ${bounds.map(([name, label]) => dateInput({ name, label, hint: dayHint, value: days[name], optional: true, errors: mistakes }))}
        ${selectField({
          name: 'verb',
          label: '動作',
          value: filter.verb,
          required: false,
          choices: [
            { value: '', text: '全部' },
            ...verbs.map((verb) => ({ value: verb, text: verbName(verb) ?? verb })),
          ],
        })}
        ${selectField({
          name: 'who',
          label: '人員',
          value: filter.who,
          required: false,
          choices: [{ value: '', text: '全部' }, ...people.map(({ id, name }) => ({ value: id, text: name }))],
        })}
        <button>查詢</button>
      </form>
      ${mistakes.length ? '' : results}
    `,
  });
};
