/** Registry accounts of an organisation: its own page at the portal, and the part of it on the console. */
import { html } from 'hono/html';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { mostAccounts, type HandedOutAccount } from '../registry-accounts.ts';
import type { Staff } from '../../staff/session.ts';
import type { Organisation, RegistryAccount } from '../../storage.ts';
import { consolePage, type ConsolePart } from '../../staff/views/console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { csrfField } from '../../staff/views/fields.ts';
import { dataTable, when } from '../../staff/views/table.ts';
import type { Html } from '../../site/views/page.ts';

export interface AccountsPart {
  readonly staff: Staff;
  readonly accounts: readonly RegistryAccount[];
  /** Where its forms go, e.g. `/portal/registry/accounts`; undefined for who may only look. */
  readonly action?: string;
}

/**
 * Accounts, revoked ones too, and never a password. Without `action` it has no forms; with five open ones none to make
 * another.
 */
export const registryAccountsPart = ({ staff, accounts, action }: AccountsPart): Html => {
  const open = accounts.filter(({ revokedAt }) => !revokedAt);
  return html`
    ${dataTable({
      label: '登錄帳號',
      columns: ['帳號', '建立', '密碼', ...(action ? ['處理'] : [])],
      empty: '還沒有登錄帳號。',
      rows: accounts.map(({ id, createdAt, createdBy, renewedAt, revokedAt }) => [
        html`<code>${id}</code>`,
        html`${when(taipeiTime(createdAt))}<br />${createdBy}`,
        revokedAt
          ? html`<span class="tag bad">已停用</span> ${when(taipeiTime(revokedAt))}`
          : renewedAt
            ? html`${when(taipeiTime(renewedAt))} 換新`
            : '建立時的密碼',
        ...(action
          ? [
              revokedAt
                ? '—'
                : html`<div class="actions">
                    <form method="post" action="${action}/${id}/renew">
                      ${csrfField(staff)}<button class="plain" aria-label="換新密碼：${id}">換新密碼</button>
                    </form>
                    <form method="post" action="${action}/${id}/revoke">
                      ${csrfField(staff)}<button class="plain danger" aria-label="停用：${id}">停用</button>
                    </form>
                  </div>`,
            ]
          : []),
      ]),
    })}
    ${
      action && open.length < mostAccounts
        ? html`<form method="post" action="${action}">${csrfField(staff)}<button>建立登錄帳號</button></form>`
        : ''
    }
    ${action ? html`<p class="hint">換新密碼後，舊密碼立刻失效。不想中斷，就先建立第二個帳號，設定好再停用第一個。最多 ${mostAccounts} 個。</p>` : ''}
  `;
};

/** For people of the organisation. `problem` is why nothing was written; `done` says what was. */
export const registryAccountsView = ({
  staff,
  test,
  organisation,
  accounts,
  done,
  problem,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly organisation: Organisation;
  readonly accounts: readonly RegistryAccount[];
  readonly done?: string;
  readonly problem?: string;
}): Html =>
  consolePage({
    staff,
    test,
    title: '登錄帳號',
    current: 'registry',
    styles: ['portal.css'],
    done,
    error: problem !== undefined,
    body: html`
      ${problem ? errorSummary('沒有存入', [{ field: '', text: problem }]) : ''}
      <p class="lead">${organisation.name}</p>
      <p>
        貴機關的申辦系統用登錄帳號，把已發布的表單要求的資料直接登錄到本平臺，並查詢審查結果與金鑰，不必在這裡重新填寫。
        做法寫在 <a href="/openapi.json">介面說明</a>的「registry」。
      </p>
      ${registryAccountsPart({ staff, accounts, action: '/portal/registry/accounts' })}
    `,
  });

/** Shown once. */
export const accountKeysView = ({
  staff,
  test,
  keys,
  next,
  current,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly keys: HandedOutAccount;
  readonly next: string;
  readonly current: ConsolePart;
}): Html =>
  consolePage({
    staff,
    test,
    title: '登錄帳號的密碼',
    current,
    styles: ['portal.css'],
    body: html`
      <div class="keys" role="status">
        <p><strong>請現在存入貴機關的系統。離開這一頁就看不到了。</strong></p>
        <dl class="facts-list">
          <dt>帳號</dt>
          <dd><code>${keys.account}</code></dd>
          <dt>密碼</dt>
          <dd><code>${keys.password}</code></dd>
        </dl>
      </div>
      <p>遺失時，請換新密碼；平臺查不到舊的。</p>
      <p><a class="button" href="${next}">我已經存好，繼續</a></p>
    `,
  });
