/** Signing in, making one's account, and one's own account. */
import { notTried } from '#server/accounts/read-sign-in.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import { html, raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { waitWords } from '#server/limits/too-many.ts';
import type { ChangeMistake } from '#server/accounts/change-password.ts';
import type { Mistake } from '#server/accounts/enrolment.ts';
import { base32Of, otpauthUri } from '#server/accounts/second-factor.ts';
import { sandboxStaff } from '../sandbox-staff.ts';
import type { Staff } from '../session.ts';
import type { StaffAccount, StaffInvitation } from '../../storage.ts';
import { consolePage, roleNames } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { page, type Html } from '../../site/views/page.ts';
import { csrfField, textField } from './fields.ts';

export type SignInProblem =
  | { readonly kind: 'wrong' }
  | { readonly kind: 'busy'; readonly waitSeconds: number }
  | { readonly kind: 'unreadable'; readonly errors: readonly FieldError[] };

const errorOf = (problem: SignInProblem | undefined, name: string): string | undefined =>
  problem?.kind === 'unreadable' ? problem.errors.find(({ field }) => field === name)?.text : undefined;

const problemText = (problem: Exclude<SignInProblem, { kind: 'unreadable' }>): string =>
  problem.kind === 'wrong'
    ? '帳號、密碼或驗證碼不正確。每組驗證碼只能用一次；剛用過的話，請等驗證器換下一組。'
    : `輸入錯誤太多次，請在 ${waitWords(problem.waitSeconds)['zh-Hant']}後再試。`;

/**
 * For anybody. Of what was typed only the login comes back; once it was tried, which of login, password and code was
 * wrong is not said. In test it lists the invented accounts with their passwords.
 */
export const signInView = ({
  test,
  next,
  login,
  problem,
  out,
}: {
  readonly test: boolean;
  readonly next: string;
  readonly login?: string;
  readonly problem?: SignInProblem;
  readonly out?: boolean;
}): Html =>
  page({
    title: `${problem ? '請修正：' : ''}登入維運平臺`,
    test,
    styles: ['console.css'],
    body: html`
      <h1>登入維運平臺</h1>
      <p>供平臺的審查、維運、稽核人員，以及服務提供者的承辦人員使用。民眾使用 MyData 不需要在這裡登入。</p>
      ${out ? html`<p class="notice" role="status">您已經登出。</p>` : ''}
      ${
        problem?.kind === 'unreadable'
          ? errorSummary('請先修正以下欄位', problem.errors, notTried)
          : problem
            ? errorSummary('沒有登入', [{ field: 'login', text: problemText(problem) }])
            : ''
      }
      <form method="post" action="/operator/sign-in">
        <input type="hidden" name="next" value="${next}" />
        ${textField({ name: 'login', label: '帳號', value: login, autocomplete: 'username', maxLength: 60, error: errorOf(problem, 'login') })}
        ${textField({ name: 'password', label: '密碼', type: 'password', autocomplete: 'current-password', error: errorOf(problem, 'password') })}
        ${textField({
          name: 'code',
          label: '驗證碼',
          hint: '驗證器（手機上的驗證 App）現在顯示的 6 位數字。',
          autocomplete: 'one-time-code',
          numeric: true,
          maxLength: 40,
          width: 'short',
          error: errorOf(problem, 'code'),
        })}
        <button>登入</button>
      </form>
      ${
        test
          ? html`<details class="notice">
              <summary>測試環境的虛構帳號</summary>
              <p>密碼與驗證器的金鑰列在<a href="/sandbox/staff">測試帳號清單（JSON）</a>，清單也會給現在的驗證碼。</p>
              <ul>
                ${sandboxStaff.map(
                  ({ login: name, roles, password }) =>
                    html`<li>
                      <code>${name}</code>（${roles.map((role) => roleNames[role]).join('、')}），密碼
                      <code>${password}</code>
                    </li>`,
                )}
              </ul>
            </details>`
          : ''
      }
    `,
  });

/**
 * For who has the link, until it is used: the authenticator's key is on it in clear, as a QR code and as text.
 * `renewed` is the account that gets a new password and second factor.
 */
export const invitationView = ({
  test,
  secret,
  invitation,
  totp,
  renewed,
  typedLogin,
  mistakes = [],
}: {
  readonly test: boolean;
  readonly secret: string;
  readonly invitation: StaffInvitation;
  readonly totp: Uint8Array;
  readonly renewed?: StaffAccount;
  readonly typedLogin?: string;
  readonly mistakes?: readonly Mistake[];
}): Html => {
  const errorOf = (field: Mistake['field']) => mistakes.find((one) => one.field === field)?.text['zh-Hant'];
  const key = base32Of(totp);
  return page({
    title: `${mistakes.length ? '請修正：' : ''}${renewed ? '重設帳號' : '建立帳號'}`,
    test,
    styles: ['console.css'],
    body: html`
      <h1>${renewed ? '重設您的密碼與驗證器' : '建立您的帳號'}</h1>
      <p class="lead">
        ${invitation.name} 您好，您的身分是${invitation.roles.map((role) => roleNames[role]).join('、')}。
      </p>
      ${
        mistakes.length
          ? errorSummary(
              '還差幾個地方',
              mistakes.map(({ field, text }) => ({ field, text: text['zh-Hant'] })),
            )
          : ''
      }
      <form method="post" action="/operator/invitation/${secret}">
        <h2>一、把驗證器連上</h2>
        <p>用手機的驗證 App 掃這個條碼；不能掃的話，請手動輸入金鑰。</p>
        <div class="secret">
          <div role="img" aria-label="驗證器的 QR 碼">
            ${raw(renderSVG(otpauthUri(totp, renewed?.login ?? invitation.name)))}
          </div>
          <p>
            金鑰<br />
            <code>${key.match(/.{1,4}/g)?.join(' ') ?? key}</code>
          </p>
        </div>
        <h2>二、設定帳號與密碼</h2>
        ${
          renewed
            ? html`<p>帳號：<strong>${renewed.login}</strong></p>`
            : textField({
                name: 'login',
                label: '帳號',
                hint: '3 到 40 個字元，英文字母開頭，例如 chen.mei-li。',
                value: typedLogin,
                autocomplete: 'username',
                maxLength: 40,
                error: errorOf('login'),
              })
        }
        ${textField({
          name: 'password',
          label: '密碼',
          hint: '至少 12 個字元。幾個不相干的詞連在一起，好記又不好猜。',
          type: 'password',
          autocomplete: 'new-password',
          error: errorOf('password'),
        })}
        ${textField({
          name: 'repeated',
          label: '再輸入一次密碼',
          type: 'password',
          autocomplete: 'new-password',
          error: errorOf('repeated'),
        })}
        <h2>三、確認驗證器</h2>
        ${textField({
          name: 'code',
          label: '驗證碼',
          hint: '驗證器現在顯示的 6 位數字。',
          autocomplete: 'one-time-code',
          numeric: true,
          maxLength: 40,
          width: 'short',
          error: errorOf('code'),
        })}
        <button>${renewed ? '重設並登入' : '建立帳號並登入'}</button>
      </form>
    `,
  });
};

const passwordForm = (staff: Staff, mistakes: readonly ChangeMistake[]): Html => {
  const errorOf = (field: ChangeMistake['field']) => mistakes.find((one) => one.field === field)?.text['zh-Hant'];
  return html`<form method="post" action="/operator/account/password">
    ${csrfField(staff)}
    ${textField({
      name: 'current',
      label: '目前的密碼',
      type: 'password',
      autocomplete: 'current-password',
      error: errorOf('current'),
    })}
    ${textField({
      name: 'password',
      label: '新密碼',
      hint: '至少 12 個字元。幾個不相干的詞連在一起，好記又不好猜。',
      type: 'password',
      autocomplete: 'new-password',
      error: errorOf('password'),
    })}
    ${textField({
      name: 'repeated',
      label: '再輸入一次新密碼',
      type: 'password',
      autocomplete: 'new-password',
      error: errorOf('repeated'),
    })}
    ${textField({
      name: 'code',
      label: '驗證碼',
      hint: '驗證器現在顯示的 6 位數字。',
      autocomplete: 'one-time-code',
      numeric: true,
      maxLength: 40,
      width: 'short',
      error: errorOf('code'),
    })}
    <button>更改密碼</button>
  </form>`;
};

/**
 * For who is signed in: login and roles, a new password, and signing out everywhere. Neither password nor second factor
 * is shown.
 */
export const accountView = ({
  staff,
  test,
  account,
  mistakes = [],
  changed,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly account: StaffAccount;
  readonly mistakes?: readonly ChangeMistake[];
  readonly changed?: boolean;
}): Html =>
  consolePage({
    staff,
    test,
    title: '我的帳號',
    current: 'account',
    body: html`
      ${changed ? html`<p class="notice" role="status">密碼已經更改。其他裝置都已登出。</p>` : ''}
      ${
        mistakes.length
          ? errorSummary(
              '密碼沒有更改',
              mistakes.map(({ field, text }) => ({ field, text: text['zh-Hant'] })),
            )
          : ''
      }
      <dl class="values">
        <div>
          <dt>帳號</dt>
          <dd>${account.login}</dd>
        </div>
        <div>
          <dt>身分</dt>
          <dd>${account.roles.map((role) => roleNames[role]).join('、')}</dd>
        </div>
      </dl>
      <p>15 分鐘沒有動作，或登入滿 8 小時，會自動登出。忘了密碼或換了手機，請洽維運人員產生新的連結。</p>
      <h2>更改密碼</h2>
      ${passwordForm(staff, mistakes)}
      <form method="post" action="/operator/sign-out-everywhere">
        ${csrfField(staff)}
        <button class="plain">登出所有裝置</button>
      </form>
    `,
  });
