/** The door of a resident's own area. */
import { html } from 'hono/html';
import type { PlatformMethod } from '../../identity/methods/levels.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { identityForm, identityScripts, type Problem, type TypedPerson } from '../../identity/views/identity-form.ts';
import { page, type Html } from '../../site/views/page.ts';

export interface SignInViewOptions {
  readonly test: boolean;
  readonly csrf: string;
  readonly methods: readonly PlatformMethod[];
  readonly method: PlatformMethod;
  readonly challenge: string;
  readonly rpId: string;
  /** Page of the own area to go on with. */
  readonly next: string;
  /** Why somebody who is signed in is asked for more. */
  readonly stronger?: Html;
  readonly problem?: Problem | 'another-person';
  readonly typed?: TypedPerson;
  /** The session came to its end. */
  readonly over?: boolean;
  readonly left?: boolean;
}

/**
 * For who is not signed in, or, with `stronger`, for who must prove more. What was typed comes back only as far as
 * `typed` has it.
 */
export function signInView(options: SignInViewOptions): Html {
  const { test, csrf, methods, method, challenge, rpId, next, stronger, problem, typed, over, left } = options;
  const title = stronger ? '需要更高強度的身分驗證' : '登入我的 MyData';
  const another = problem === 'another-person';
  return page({
    title: `${problem ? '請修正：' : ''}${title}`,
    test,
    styles: ['me.css'],
    scripts: identityScripts(method),
    body: html`
      <h1>${title}</h1>
      ${left ? html`<p class="notice" role="status">您已經登出。</p>` : ''}
      ${over ? html`<p class="notice" role="status">為了保護您的資料，太久沒有操作會自動登出。請再驗證一次身分，就能回到剛才的地方。</p>` : ''}
      ${
        another
          ? errorSummary('這不是目前登入的人', [
              { text: '剛才驗證的是另一個人。請用您自己的憑證或證件再試一次；要換人使用，請先登出。' },
            ])
          : ''
      }
      ${stronger ?? html`<p class="lead">驗證身分後，您可以下載自己的資料，也可以查看哪些服務用過您的資料。</p>`}
      ${identityForm({
        action: '/me/sign-in',
        wayAt: (one) => `/me/sign-in?method=${one}&next=${encodeURIComponent(next)}`,
        bindAt: '/me/passkey',
        csrf: html`<input type="hidden" name="csrf" value="${csrf}" />`,
        more: html`<input type="hidden" name="next" value="${next}" />`,
        methods,
        method,
        challenge,
        rpId,
        problem: another ? undefined : problem,
        typed,
      })}
      ${stronger ? html`<p class="back"><a href="/me/download">回到選擇資料</a></p>` : html`<p class="hint">離開前請記得登出，尤其是使用公用電腦的時候。</p>`}
    `,
  });
}
