/** The person names an agent 代理人, sees what became of it, and takes it back. */
import { html } from 'hono/html';
import { maskName } from '#schemas/taiwan/masking.ts';
import { refusalText } from '#server/http/typed-fields.ts';
import type { NamedAgent } from '../agent.ts';
import { barcodePath } from '../counter-return.ts';
import type { NamingProblem } from '../delegation.ts';
import type { OwnBarcode } from '../own-barcode.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { Delegation } from '../../storage.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { page, type Html } from '../../site/views/page.ts';

export interface DelegationViewOptions {
  readonly own: OwnBarcode;
  readonly test: boolean;
  readonly delegation?: Delegation;
  readonly named?: NamedAgent;
  /** For the agent. */
  readonly link?: string;
  /** There is still something to be presented. */
  readonly open: boolean;
  readonly problem?: NamingProblem;
  readonly typed?: { readonly name: string; readonly nationalId: string };
}

const problems: Readonly<
  Record<Exclude<NamingProblem, object>, readonly [field: 'name' | 'nationalId', text: string]>
> = {
  name: ['name', '請填代理人的姓名，和他的身分證一樣。'],
  self: ['nationalId', '這是您自己的號碼。請填代理人的號碼；您自己辦理不需要委託。'],
  known: ['name', '您已經委託了一位代理人。要換人，請先撤回原來的委託。'],
  over: ['name', '這筆資料已經取走、取消或過期，不能再委託。'],
};

const wordsOf = (problem: NamingProblem): readonly [field: 'name' | 'nationalId', text: string] =>
  typeof problem === 'object' ? ['nationalId', refusalText('代理人的身分證統一編號', problem)] : problems[problem];

/**
 * For the person, not the agent. The agent's name is masked once it is kept; what was typed comes back with its
 * mistake. One agent at a time: the form is there again once it was withdrawn or declined.
 */
export function delegationView(options: DelegationViewOptions): Html {
  const { own, test, delegation, open, problem } = options;
  const live = delegation?.state === 'offered' || delegation?.state === 'accepted';
  const [field, text] = problem ? wordsOf(problem) : [];
  return page({
    title: `${problem ? '請修正：' : ''}委託代理人`,
    test,
    styles: ['counter.css'],
    body: html`
      <p class="counter-kind">臨櫃辦理</p>
      <h1>委託代理人</h1>
      <p class="asker">服務：<strong>${own.client.name}</strong></p>
      ${field && text ? errorSummary('請修正以下內容', [{ field, text }]) : ''}
      ${delegation ? stateNote(options, delegation) : ''}
      ${
        live
          ? html`<form method="post" action="/journey/${own.journey.id}/delegation/withdraw">
              <input type="hidden" name="csrf" value="${own.csrf}" />
              <button class="second" type="submit">撤回委託</button>
              <p class="hint">撤回後，代理人手上的條碼和驗證密碼立即失效。</p>
            </form>`
          : open
            ? nameForm(options)
            : ''
      }
      <p><a href="${barcodePath(own.journey.id)}">回到條碼</a></p>
    `,
  });
}

function stateNote({ named, link }: DelegationViewOptions, { state, until }: Delegation): Html {
  const who = named ? `「${maskName(named.name)}」` : '代理人';
  switch (state) {
    case 'offered':
      return html`<div class="notice" role="status">
        <p>您委託了${who}，等他接受。請把下面的網址傳給他；他要用本人的身分登入才能接受，別人拿到也沒有用。</p>
        <p class="link-to-give">${link}</p>
        <p>委託到 ${taipeiTime(until)} 為止。</p>
      </div>`;
    case 'accepted':
      return html`<p class="notice" role="status">
        ${who}已經接受委託，可以代您到櫃檯出示條碼，驗證密碼會送給他。委託到 ${taipeiTime(until)} 為止。
      </p>`;
    case 'declined':
      return html`<p class="notice" role="status">代理人沒有接受委託。</p>`;
    case 'withdrawn':
      return html`<p class="notice" role="status">委託已經撤回。</p>`;
    case 'over':
      return html`<p class="notice" role="status">委託已經結束。</p>`;
  }
}

function nameForm({ own, problem, typed }: DelegationViewOptions): Html {
  const wrong = problem && wordsOf(problem);
  const input = (field: 'name' | 'nationalId', label: string, hint: string) => html`
    <div class="field ${wrong?.[0] === field ? 'wrong' : ''}">
      <label for="${field}">${label}</label>
      <p class="hint" id="${field}-hint">${hint}</p>
      ${wrong?.[0] === field ? html`<p class="error" id="${field}-error">${wrong[1]}</p>` : ''}
      <input
        type="text"
        id="${field}"
        name="${field}"
        value="${typed?.[field] ?? ''}"
        autocomplete="off"
        maxlength="80"
        required
        aria-describedby="${field}-hint${wrong?.[0] === field ? ` ${field}-error` : ''}"
        ${wrong?.[0] === field ? html`aria-invalid="true"` : ''}
      />
    </div>
  `;
  return html`
    <p class="lead">
      代理人會代您到櫃檯出示條碼、提供驗證密碼。他看不到資料內容，但資料會交給櫃檯，請只委託您信任的人。
    </p>
    <p>依據：${own.client.agentBasis}</p>
    <form method="post" action="/journey/${own.journey.id}/delegation" novalidate>
      <input type="hidden" name="csrf" value="${own.csrf}" />
      ${input('name', '代理人姓名', '和他的身分證一樣')}
      ${input('nationalId', '代理人的身分證統一編號', '只用來確認登入的人就是他，櫃檯會核對他的證件')}
      <button type="submit">委託</button>
    </form>
  `;
}
