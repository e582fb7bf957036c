/** The frame of every page of the console: who is signed in, and the parts that their role may use. */
import { html } from 'hono/html';
import type { Role, Staff } from '../session.ts';
import { page, type Html, type PageOptions } from '../../site/views/page.ts';

export type ConsolePart =
  | 'overview'
  | 'organisations'
  | 'services'
  | 'datasets'
  | 'transfers'
  | 'audits'
  | 'actions'
  | 'accounts'
  | 'account'
  | 'portal'
  | 'registry';

interface Part {
  readonly part: ConsolePart;
  readonly name: string;
  readonly href: string;
  readonly roles: readonly Role[];
}

const all: readonly Role[] = ['reviewer', 'operator', 'auditor'];

const parts: readonly Part[] = [
  { part: 'overview', name: '總覽', href: '/operator', roles: all },
  { part: 'organisations', name: '機關', href: '/operator/organisations', roles: all },
  { part: 'services', name: '服務審查', href: '/operator/services', roles: all },
  { part: 'datasets', name: '資料集', href: '/operator/datasets', roles: all },
  { part: 'transfers', name: '傳輸紀錄', href: '/operator/transfers', roles: ['operator', 'auditor'] },
  { part: 'audits', name: '年度稽核', href: '/operator/audits', roles: all },
  { part: 'actions', name: '操作紀錄', href: '/operator/actions', roles: ['operator', 'auditor'] },
  { part: 'accounts', name: '帳號', href: '/operator/accounts', roles: ['operator'] },
  { part: 'portal', name: '我的服務', href: '/portal', roles: ['service-provider'] },
  { part: 'registry', name: '登錄帳號', href: '/portal/registry', roles: ['service-provider'] },
  { part: 'audits', name: '年度稽核', href: '/operator/audits', roles: ['service-provider'] },
  { part: 'datasets', name: '資料集狀態', href: '/operator/datasets', roles: ['service-provider'] },
];

export const roleNames: { readonly [name in Role]: string } = {
  reviewer: '審查人員',
  operator: '維運人員',
  auditor: '稽核人員',
  'service-provider': '服務提供者',
};

export interface ConsolePageOptions extends Omit<PageOptions, 'body'> {
  readonly staff: Staff;
  /** Below the heading, which is `title`. */
  readonly body: Html;
  readonly current: ConsolePart;
  /** There is a mistake on the page: say so in the title of the window too. */
  readonly error?: boolean;
  /** Said at the top after something was done. */
  readonly done?: string;
}

/** For who is signed in. The menu has only what one of their roles may use; what a page shows, its route decides. */
export const consolePage = ({
  staff,
  title,
  body,
  current,
  done,
  error = false,
  styles = [],
  ...rest
}: ConsolePageOptions): Html =>
  page({
    ...rest,
    title: `${error ? '請修正：' : ''}${title}`,
    styles: ['console.css', ...styles],
    body: html`
      <div class="console">
        <div class="console-top">
          <p class="console-who">
            <strong translate="no">${staff.name}</strong>
            ${staff.roles.map((role) => html`<span class="tag quiet">${roleNames[role]}</span>`)}
          </p>
          <p class="back"><a href="/operator/account">我的帳號</a></p>
          <form method="post" action="/operator/sign-out">
            <input type="hidden" name="csrf" value="${staff.csrf}" />
            <button class="plain">登出</button>
          </form>
        </div>
        <nav class="console-parts" aria-label="維運平臺">
          <ul>
            ${shown(staff).map(
              ({ part, name, href }) =>
                html`<li><a href="${href}" ${part === current ? html`aria-current="page"` : ''}>${name}</a></li>`,
            )}
          </ul>
        </nav>
        <div class="console-body">
          <h1>${title}</h1>
          ${done ? html`<p class="notice done" role="status">${done}</p>` : ''} ${body}
        </div>
      </div>
    `,
  });

/** Each address once, however many roles lead to it. */
function shown(staff: Staff): readonly Part[] {
  const own = parts.filter(({ roles }) => roles.some((role) => staff.roles.includes(role)));
  return own.filter(({ href }, index) => own.findIndex((part) => part.href === href) === index);
}
