import { html } from 'hono/html';
import type { FormerRole, Office } from '../../offices/storage.ts';
import { optionsOf } from '../../offices/views/offices.ts';
import type { Known } from '../people.ts';
import { everyRole, roleNames, type CountyStaff } from '../session.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from './page.ts';

/**
 * For administrators: whoever holds something in their offices, with what each holds there only. The link of an
 * invitation is on the page that made it, and never again.
 */
export const peopleView = ({
  test,
  staff,
  people,
  offices,
  former,
  link,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly people: readonly Known[];
  /** Those that this person administers. */
  readonly offices: readonly Office[];
  /** From before offices were records, with a name that none has. */
  readonly former: readonly FormerRole[];
  readonly link?: { readonly name: string; readonly href: string };
} & Said): Html =>
  staffPage({
    title: '人員',
    test,
    staff,
    body: html`
      ${said(more)}
      ${
        link
          ? html`<div class="notice" role="status">
              <p>請把這個連結交給 ${link.name}。它只顯示這一次，72 小時內可以用一次。</p>
              <p><code>${link.href}</code></p>
            </div>`
          : ''
      }
      ${
        people.length
          ? html`<ul class="held">
              ${people.map((one) => personRow(staff, one))}
            </ul>`
          : ''
      }
      ${former.length ? formerList(former, people) : ''}
      <h2>邀請新的人員</h2>
      <form method="post" action="/staff/people/invite" class="card">
        ${csrfField(staff)} ${input({ id: 'name', label: '姓名', autocomplete: 'off', maxLength: 40 })}
        ${select({ id: 'office', label: '單位', options: optionsOf(staff, offices) })}
        ${select({ id: 'role', label: '職務', options: everyRole.map((role) => [role, roleNames[role]]) })}
        <button>產生一次性連結</button>
      </form>
    `,
  });

const personRow = (staff: CountyStaff, { account, held, whole }: Known): Html =>
  html`<li>
    <div>
      <strong>${account.name}</strong>（${account.login}）${account.closedAt === undefined ? '' : '：已停用'}
      ${
        held.length && account.closedAt === undefined
          ? html`<ul>
              ${held.map(
                ({ office, role }) =>
                  html`<li>
                    <a href="/staff/offices/${office}">${staff.offices.get(office)?.name['zh-Hant'] ?? office}</a
                    >：${roleNames[role]}
                  </li>`,
              )}
            </ul>`
          : ''
      }
    </div>
    ${
      whole && account.closedAt === undefined
        ? html`<form method="post" action="/staff/people/${account.id}/renew">
              ${csrfField(staff)}
              <button class="plain" aria-label="產生重設連結：${account.name}">重設連結</button>
            </form>
            ${
              account.id === staff.id
                ? ''
                : html`<form method="post" action="/staff/people/${account.id}/close">
                    ${csrfField(staff)}
                    <button class="plain" aria-label="停用帳號：${account.name}">停用</button>
                  </form>`
            }`
        : ''
    }
  </li>`;

const formerList = (former: readonly FormerRole[], people: readonly Known[]): Html =>
  html`<h2>等待指派的舊職務</h2>
    <p>這些職務從前寫的單位名稱，現在沒有單位使用，因此沒有生效。需要的請到那個單位重新給。</p>
    <ul>
      ${former.map(
        ({ staff, role, agency }) =>
          html`<li>
            ${people.find(({ account }) => account.id === staff)?.account.name ?? staff}：${roleNames[role]}（${agency}）
          </li>`,
      )}
    </ul>`;
