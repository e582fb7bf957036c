/** The agent's own page: who asks, for what, and accepting with one's own identity. */
import { html } from 'hono/html';
import { maskName } from '#schemas/taiwan/masking.ts';
import { barcodePath } from '../counter-return.ts';
import type { OwnSession } from '../../me/session.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { Client } from '../../registry/read-register.ts';
import type { Delegation, Journey } from '../../storage.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { mePage, tokenField } from '../../me/views/me-page.ts';
import type { Html } from '../../site/views/page.ts';

export interface AgentViewOptions {
  readonly own: OwnSession;
  readonly test: boolean;
  readonly client: Client;
  readonly delegation: Delegation;
  readonly journey: Journey;
  /** Gone when it is over. */
  readonly owner?: string;
  readonly datasets: readonly string[];
  /** The person named is called otherwise. */
  readonly otherName: boolean;
}

/**
 * For the agent, signed in: whom they act for, masked, the service, and which datasets; never what the data says.
 * Accepting and declining while it is offered, the way to the barcode once it is accepted.
 */
export function agentView(options: AgentViewOptions): Html {
  const { own, test, client, delegation, datasets, owner, otherName } = options;
  return mePage({
    own,
    test,
    part: 'home',
    title: '代理他人到櫃檯',
    error: otherName,
    body: html`
      ${otherName ? errorSummary('姓名和委託人填的不同', [{ field: 'accept', text: '委託人填的代理人姓名，和您登入的姓名不同。請聯絡委託人，撤回後用正確的姓名重新委託。' }]) : ''}
      ${
        owner
          ? html`<dl class="person">
              <div>
                <dt>委託人</dt>
                <dd>${maskName(owner)}</dd>
              </div>
              <div>
                <dt>服務</dt>
                <dd>${client.name}</dd>
              </div>
              <div>
                <dt>交給櫃檯的資料</dt>
                <dd>${datasets.join('、')}</dd>
              </div>
              <div>
                <dt>期限</dt>
                <dd>${taipeiTime(delegation.until)}</dd>
              </div>
            </dl>`
          : ''
      }
      ${stateOf(options)}
    `,
  });
}

function stateOf({ own, delegation, journey, owner }: AgentViewOptions): Html {
  const { id, state } = delegation;
  if (!owner || state === 'over')
    return html`<p class="notice" role="status">這項委託已經結束：資料已經交給櫃檯、取消或過期。</p>`;
  if (state === 'withdrawn') return html`<p class="notice" role="status">委託人已經撤回委託，條碼不能再使用。</p>`;
  if (state === 'declined') return html`<p class="notice" role="status">您沒有接受這項委託。</p>`;
  const decline = html`<form method="post" action="/me/delegation/${id}/decline">
    ${tokenField(own)}
    <button class="quiet" type="submit">${state === 'accepted' ? '不再代理' : '不接受'}</button>
  </form>`;
  if (state === 'accepted')
    return html`<p class="notice" role="status">您已經接受委託。到櫃檯時請出示條碼，並帶您自己的身分證件。</p>
      <p><a class="button" href="${barcodePath(journey.id)}">出示條碼</a></p>
      ${decline}`;
  return html`<p class="lead">
      接受後，您可以代委託人到櫃檯出示條碼，驗證密碼會送到您的手機或電子郵件。櫃檯會知道是您代理，並核對您的證件。您看不到資料內容。每一步都會留下紀錄，並通知雙方。
    </p>
    <form method="post" action="/me/delegation/${id}/accept">
      ${tokenField(own)}
      <button type="submit" id="accept">以我的身分接受委託</button>
    </form>
    ${decline}`;
}
