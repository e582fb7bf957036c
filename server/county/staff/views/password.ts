/** The page on which somebody of the staff changes their own password. */
import { html } from 'hono/html';
import type { ChangeMistake } from '#server/accounts/change-password.ts';
import type { CountyStaff } from '../session.ts';
import { csrfField, errorSummary, input, staffPage, type Html } from './page.ts';

/** For whoever is signed in: the current password and a code, then the new one twice. Nothing typed is shown again. */
export const passwordView = ({
  test,
  staff,
  mistakes = [],
  done,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly mistakes?: readonly ChangeMistake[];
  readonly done?: boolean;
}): Html => {
  const errorOf = (field: ChangeMistake['field']) => mistakes.find((one) => one.field === field)?.text['zh-Hant'];
  return staffPage({
    title: '更改密碼',
    test,
    staff,
    body: html`
      ${done ? html`<p class="notice" role="status">密碼已經更改。其他裝置都已登出。</p>` : ''}
      ${errorSummary(mistakes.map(({ field, text }) => ({ field, text: text['zh-Hant'] })))}
      <form method="post" action="/staff/password" class="card">
        ${csrfField(staff)}
        ${input({
          id: 'current',
          label: '目前的密碼',
          type: 'password',
          autocomplete: 'current-password',
          maxLength: 128,
          error: errorOf('current'),
        })}
        ${input({
          id: 'password',
          label: '新密碼',
          hint: '至少 12 個字元。幾個不相干的詞連在一起，好記又不好猜。',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
          error: errorOf('password'),
        })}
        ${input({
          id: 'repeated',
          label: '再輸入一次新密碼',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
          error: errorOf('repeated'),
        })}
        ${input({
          id: 'code',
          label: '驗證碼',
          hint: '驗證器現在顯示的 6 位數字。',
          autocomplete: 'one-time-code',
          numeric: true,
          maxLength: 40,
          error: errorOf('code'),
        })}
        <button>更改密碼</button>
      </form>
      <p class="hint">忘了密碼，或換了手機，請洽機關的管理人員產生新的連結。</p>
    `,
  });
};
