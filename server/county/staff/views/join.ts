/** Making one's account, or getting back into it, behind a one-time link. */
import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import type { Mistake } from '#server/accounts/enrolment.ts';
import type { Opened } from '#server/accounts/invitations.ts';
import { base32Of, otpauthUri } from '#server/accounts/second-factor.ts';
import type { Office } from '../../offices/storage.ts';
import { issuer } from '../sandbox-staff.ts';
import { roleNames } from '../session.ts';
import type { StaffKinds } from '../storage.ts';
import { errorSummary, input, staffPage, type Html } from './page.ts';

/**
 * Shows the second factor's key, as QR code and in letters: to whoever has the link, until it is used. After a mistake
 * the login stands there again, never a password.
 */
export const joinView = ({
  test,
  secret,
  invitation,
  totp,
  account,
  offices,
  typedLogin,
  mistakes = [],
}: Opened<StaffKinds> & {
  readonly test: boolean;
  readonly secret: string;
  readonly offices: readonly Office[];
  readonly typedLogin?: string;
  readonly mistakes?: readonly Mistake[];
}): Html => {
  const errorOf = (field: Mistake['field']) => mistakes.find((one) => one.field === field)?.text['zh-Hant'];
  const key = base32Of(totp);
  const nameOf = (id: string): string => offices.find((office) => office.id === id)?.name['zh-Hant'] ?? id;
  return staffPage({
    title: account ? '重設您的密碼與驗證器' : '建立您的帳號',
    test,
    body: html`
      <p class="lead">
        ${invitation.name}
        您好。${invitation.roles.map(({ office, role }) => `您的職務是${nameOf(office)}的${roleNames[role]}。`)}
      </p>
      ${errorSummary(mistakes.map(({ field, text }) => ({ field, text: text['zh-Hant'] })))}
      <form method="post" action="/staff/join/${secret}" class="card">
        <h2>一、把驗證器連上</h2>
        <p>用手機的驗證 App 掃這個條碼；不能掃的話，請手動輸入金鑰。</p>
        <div class="secret" role="img" aria-label="驗證器的 QR 碼">
          ${raw(renderSVG(otpauthUri(totp, account?.login ?? invitation.name, issuer)))}
        </div>
        <p>金鑰：<code>${key.match(/.{1,4}/g)?.join(' ') ?? key}</code></p>
        <h2>二、設定帳號與密碼</h2>
        ${
          account
            ? html`<p>帳號：<strong>${account.login}</strong></p>`
            : input({
                id: 'login',
                label: '帳號',
                hint: '3 到 40 個字元，英文字母開頭，例如 chen.mei-li。',
                autocomplete: 'username',
                maxLength: 40,
                ...(typedLogin !== undefined && { value: typedLogin }),
                error: errorOf('login'),
              })
        }
        ${input({
          id: 'password',
          label: '密碼',
          hint: '至少 12 個字元。幾個不相干的詞連在一起，好記又不好猜。',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
          error: errorOf('password'),
        })}
        ${input({
          id: 'repeated',
          label: '再輸入一次密碼',
          type: 'password',
          autocomplete: 'new-password',
          maxLength: 128,
          error: errorOf('repeated'),
        })}
        <h2>三、確認驗證器</h2>
        ${input({
          id: 'code',
          label: '驗證碼',
          hint: '驗證器現在顯示的 6 位數字。',
          autocomplete: 'one-time-code',
          numeric: true,
          maxLength: 40,
          error: errorOf('code'),
        })}
        <button>${account ? '重設並登入' : '建立帳號並登入'}</button>
      </form>
    `,
  });
};
