import { html } from 'hono/html';
import { notTried } from '#server/accounts/read-sign-in.ts';
import type { FieldError } from '#server/http/typed-fields.ts';
import { waitWords } from '#server/limits/too-many.ts';
import { errorSummary, input, staffPage, type Html } from './page.ts';

/** `waitSeconds`: too many tries; none is taken for so long. */
export type SignInProblem = 'wrong' | 'out' | readonly FieldError[] | { readonly waitSeconds: number };

const isFields = (problem: SignInProblem | undefined): problem is readonly FieldError[] => Array.isArray(problem);

const textOf = (problem: 'wrong' | { readonly waitSeconds: number }): string =>
  problem === 'wrong'
    ? '帳號、密碼或驗證碼不正確。每個驗證碼只能用一次，請等驗證器換下一個再試。'
    : `輸入錯誤的次數太多，請 ${waitWords(problem.waitSeconds)['zh-Hant']}後再試。`;

/**
 * @param next where to go on after signing in, checked before by `safeNext` · `login` as typed before; password and
 * code never are
 */
export const signInView = ({
  test,
  next,
  login = '',
  problem,
}: {
  readonly test: boolean;
  readonly next: string;
  readonly login?: string;
  readonly problem?: SignInProblem | undefined;
}): Html => {
  const errorOf = (name: string): string | undefined =>
    isFields(problem) ? problem.find(({ field }) => field === name)?.text : undefined;
  return staffPage({
    title: '機關人員登入',
    test,
    body: html`
      ${problem === 'out' ? html`<p class="notice" role="status">您已經登出。</p>` : ''}
      ${
        isFields(problem)
          ? errorSummary([...problem, { text: notTried }])
          : problem && problem !== 'out'
            ? errorSummary([{ field: 'login', text: textOf(problem) }])
            : ''
      }
      <form method="post" action="/staff/sign-in" class="card">
        <input type="hidden" name="next" value="${next}" />
        ${input({ id: 'login', label: '帳號', autocomplete: 'username', maxLength: 40, value: login, error: errorOf('login') })}
        ${input({ id: 'password', label: '密碼', type: 'password', autocomplete: 'current-password', maxLength: 128, error: errorOf('password') })}
        ${input({
          id: 'code',
          label: '驗證碼',
          hint: '手機驗證器現在顯示的 6 位數字。',
          autocomplete: 'one-time-code',
          numeric: true,
          maxLength: 40,
          error: errorOf('code'),
        })}
        <button>登入</button>
      </form>
      ${
        test
          ? html`<p class="hint">
              測試用的虛構人員（帳號、密碼與現在的驗證碼）：<a href="/sandbox/staff">/sandbox/staff</a>
            </p>`
          : ''
      }
    `,
  });
};
