/** The platform's accounts: who has which role, new links, and closing. */
import { html } from 'hono/html';
import type { Role, Staff } from '../session.ts';
import type { StaffAccount } from '../../storage.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { consolePage, roleNames } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { csrfField, selectField, textField } from './fields.ts';
import { dataTable, when } from './table.ts';

export interface AccountsView {
  readonly staff: Staff;
  readonly test: boolean;
  readonly accounts: readonly StaffAccount[];
  /** Just made; shown this once. */
  readonly link?: { readonly name: string; readonly href: string };
  readonly problem?: string;
  readonly done?: string;
}

/**
 * For operators: every account, closed ones too, in the order given. A one-time link is shown when it was just made and
 * never again; one's own account has no button to close it.
 */
export const accountsView = ({ staff, test, accounts, link, problem, done }: AccountsView): Html =>
  consolePage({
    staff,
    test,
    title: '帳號',
    current: 'accounts',
    done,
    body: html`
      ${problem ? errorSummary('沒有完成', [{ text: problem }]) : ''}
      ${
        link
          ? html`<div class="words" role="status">
              <p>
                請把這個連結交給 <strong>${link.name}</strong>。連結 72 小時內有效、只能用一次，離開這一頁就看不到了。
              </p>
              <p><code>${link.href}</code></p>
            </div>`
          : ''
      }
      ${dataTable({
        label: '帳號清單',
        columns: ['帳號', '姓名', '身分', '建立', '狀態與處理'],
        empty: '還沒有帳號。',
        rows: accounts.map((account) => accountRow(staff, account)),
      })}
      <h2>新增帳號</h2>
      <p>產生一個連結交給當事人；密碼與驗證器由當事人自己設定，別人都不會知道。</p>
      <form method="post" action="/operator/accounts">
        ${csrfField(staff)} ${textField({ name: 'name', label: '姓名', maxLength: 40 })}
        ${selectField({
          name: 'role',
          label: '身分',
          choices: (Object.keys(roleNames) as Role[]).map((role) => ({ value: role, text: roleNames[role] })),
        })}
        ${textField({
          name: 'organisation',
          label: '機關代號',
          hint: '只有服務提供者需要，在「機關」頁可以查到。',
          required: false,
          maxLength: 60,
        })}
        <button>產生連結</button>
      </form>
    `,
  });

const accountRow = (
  staff: Staff,
  { id, login, name, roles, organisationId, createdAt, closedAt }: StaffAccount,
): readonly (Html | string)[] => [
  html`<code>${login}</code>`,
  name,
  html`${roles.map((role) => roleNames[role]).join('、')}${organisationId ? html`<br /><code>${organisationId}</code>` : ''}`,
  when(taipeiTime(createdAt)),
  closedAt
    ? html`<span class="tag quiet">已停用</span> ${taipeiTime(closedAt)}`
    : html`<div class="actions">
        <form method="post" action="/operator/accounts/${id}/renew">
          ${csrfField(staff)}
          <button class="plain">重設<span class="hidden"> ${name}</span></button>
        </form>
        ${
          id === staff.id
            ? ''
            : html`<form method="post" action="/operator/accounts/${id}/close">
                ${csrfField(staff)}
                <button class="plain">停用<span class="hidden"> ${name}</span></button>
              </form>`
        }
      </div>`,
];
