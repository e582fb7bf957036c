/** Binding this device for TW FidO, for who signed in with the citizen certificate. */
import { html } from 'hono/html';
import type { OwnSession } from '../session.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { mePage, tokenField } from './me-page.ts';

export interface MePasskeyViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly challenge: string;
  readonly relyingParty: { readonly id: string; readonly name: string };
  readonly problem?: boolean;
  readonly bound?: boolean;
}

/** @param challenge to be signed by the device within 5 minutes @param bound it was just done: no form then */
export const mePasskeyView = ({ own, test, challenge, relyingParty, problem, bound }: MePasskeyViewOptions): Html =>
  mePage({
    own,
    test,
    part: 'home',
    title: '綁定這個裝置',
    error: problem ?? false,
    scripts: ['passkey.js'],
    body: html`
      ${problem ? errorSummary('綁定沒有成功', [{ text: '裝置沒有完成綁定，或這一頁停留太久。請再試一次。' }]) : ''}
      ${
        bound
          ? html`<p class="notice" role="status">已綁定這個裝置。下次可以用「行動自然人憑證」登入。</p>
              <p class="back"><a href="/me">回到我的首頁</a></p>`
          : html`<p>綁定後，可以用這支手機或這部電腦的指紋、臉部或密碼驗證身分，不必再插卡。</p>
              <noscript><p class="notice">這個功能需要瀏覽器開啟 JavaScript。</p></noscript>
              <form
                method="post"
                action="/me/passkey"
                data-passkey="create"
                data-challenge="${challenge}"
                data-rp-id="${relyingParty.id}"
                data-rp-name="${relyingParty.name}"
                data-user-id="${own.session.personHash.slice(0, 32)}"
              >
                ${tokenField(own)}
                <input type="hidden" name="challenge" value="${challenge}" />
                <input type="hidden" name="credential" />
                <p class="error" role="alert" data-problem></p>
                <button type="submit">綁定這個裝置</button>
              </form>`
      }
    `,
  });
