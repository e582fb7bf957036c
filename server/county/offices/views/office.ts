import { html } from 'hono/html';
import { everyRole, roleNames, type CountyStaff } from '../../staff/session.ts';
import type { StaffRole } from '../../staff/role.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from '../../staff/views/page.ts';
import type { Office } from '../storage.ts';
import { optionsOf } from './offices.ts';

interface Holder {
  readonly staff: string;
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
}

/**
 * One office for its administrators: who holds what in it, services that belong to it, and what can be done with it.
 * Roles held from above are not listed here.
 */
export const officeView = ({
  test,
  staff,
  office,
  people,
  services,
  parents,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly office: Office;
  readonly people: readonly Holder[];
  /** Their names. */
  readonly services: readonly string[];
  /** Where it may be moved. */
  readonly parents: readonly Office[];
} & Said): Html => {
  const { id, name, parent, closedAt } = office;
  const top = parent === undefined;
  return staffPage({
    title: name['zh-Hant'],
    test,
    staff,
    body: html`
      <p><a href="/staff/offices">所有單位</a></p>
      ${said(more)} ${closedAt === undefined ? '' : html`<p class="notice">這個單位已經裁撤。</p>`}
      <h2>人員與職務</h2>
      ${
        people.length
          ? html`<ul class="held">
              ${people.map((holder) => holderRow(staff, id, holder))}
            </ul>`
          : html`<p>這個單位還沒有人員。</p>`
      }
      ${closedAt === undefined ? giveForm(staff, id) : ''}
      <h2>屬於它的服務</h2>
      ${
        services.length
          ? html`<ul>
                ${services.map((one) => html`<li>${one}</li>`)}
              </ul>
              <p><a href="/staff/services">移到別的單位</a></p>`
          : html`<p>沒有服務直接屬於這個單位。</p>`
      }
      ${top || closedAt !== undefined ? '' : changeForms(staff, office, parents)}
    `,
  });
};

const holderRow = (staff: CountyStaff, office: string, holder: Holder): Html =>
  html`<li>
    <span>${holder.name}（${holder.login}）：${roleNames[holder.role]}</span>
    <form method="post" action="/staff/offices/${office}/roles/take">
      ${csrfField(staff)}
      <input type="hidden" name="staff" value="${holder.staff}" />
      <input type="hidden" name="role" value="${holder.role}" />
      <button class="plain" aria-label="收回${holder.name}的職務：${roleNames[holder.role]}">收回</button>
    </form>
  </li>`;

const giveForm = (staff: CountyStaff, office: string): Html =>
  html`<form method="post" action="/staff/offices/${office}/roles" class="card">
    ${csrfField(staff)}
    ${input({
      id: 'login',
      label: '帳號',
      hint: '還沒有帳號的人，請到「人員」用一次性連結邀請。',
      autocomplete: 'off',
      maxLength: 40,
    })}
    ${select({ id: 'role', label: '職務', options: everyRole.map((role) => [role, roleNames[role]]) })}
    <button>給這項職務</button>
  </form>`;

const changeForms = (staff: CountyStaff, { id, name, parent }: Office, parents: readonly Office[]): Html =>
  html`<h2>名稱</h2>
    <form method="post" action="/staff/offices/${id}/name" class="card">
      ${csrfField(staff)}
      ${input({ id: 'name', label: '名稱', autocomplete: 'off', maxLength: 60, value: name['zh-Hant'] })}
      ${input({ id: 'en', label: '英文名稱', autocomplete: 'off', maxLength: 120, value: name.en, optional: true })}
      <button>更改名稱</button>
    </form>
    <h2>移動</h2>
    <form method="post" action="/staff/offices/${id}/parent" class="card">
      ${csrfField(staff)}
      ${select({
        id: 'parent',
        label: '移到這個單位之下',
        hint: '它的人員、服務與下面的單位會一起移動；誰能看到、誰能處理，也會跟著改變。',
        options: optionsOf(staff, parents),
        value: parent,
      })}
      <button>移動</button>
    </form>
    <h2>裁撤</h2>
    <form method="post" action="/staff/offices/${id}/close" class="card">
      ${csrfField(staff)}
      <p>下面沒有單位、也沒有服務屬於它的時候才能裁撤。在這個單位的職務會全部結束。</p>
      <button class="plain">裁撤這個單位</button>
    </form>`;
