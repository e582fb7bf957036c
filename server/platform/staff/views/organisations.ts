/** Organisations that applied or joined, and one of them with the decision about it. */
import { html } from 'hono/html';
import type { Finding } from '../../registry/rules/rule.ts';
import { kindOf } from '../../registry/who-may-join.ts';
import type { Staff } from '../session.ts';
import type { Organisation, RegisteredService, RegistryAccount, RegistryDecision } from '../../storage.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import { consolePage } from './console-page.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import type { Html } from '../../site/views/page.ts';
import { phaseTag, trail } from '../../registry/views/parts.ts';
import { registryAccountsPart } from '../../registry/views/registry-accounts.ts';
import { organisationStates } from '../../registry/views/words.ts';
import { areaField, csrfField, selectField } from './fields.ts';
import { dataTable, when } from './table.ts';

const stateTag = ({ state }: Organisation): Html =>
  html`<span class="tag ${state === 'joined' ? 'ok' : state === 'applied' ? '' : 'bad'}"
    >${organisationStates[state]}</span
  >`;

/** For the platform's people: those that wait first, else in the order given. */
export const organisationsView = ({
  staff,
  test,
  organisations,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly organisations: readonly Organisation[];
}): Html => {
  const first = [...organisations].sort((a, b) => Number(b.state === 'applied') - Number(a.state === 'applied'));
  return consolePage({
    staff,
    test,
    title: '機關',
    current: 'organisations',
    styles: ['portal.css'],
    body: html`
      <p>申請頁面是 <a href="/join">機關申請介接</a>。待審查的排在最前面。</p>
      ${dataTable({
        label: '機關清單',
        columns: ['機關', '類別', '狀態', '申請'],
        empty: '還沒有機關申請加入。',
        rows: first.map((one) => [
          html`<a href="/operator/organisations/${one.id}">${one.name}</a><br /><code>${one.id}</code>`,
          kindOf(one.kind)?.name ?? one.kind,
          stateTag(one),
          when(taipeiTime(one.appliedAt)),
        ]),
      })}
    `,
  });
};

/**
 * For the platform's people. Reviewers and operators get the decision while the organisation waits for one; registry
 * accounts are shown once it has joined, with forms for operators only. `link` is shown this once.
 */
export const organisationView = ({
  staff,
  test,
  organisation,
  services,
  accounts,
  decisions,
  problems = [],
  typed = {},
  link,
  done,
}: {
  readonly staff: Staff;
  readonly test: boolean;
  readonly organisation: Organisation;
  readonly services: readonly RegisteredService[];
  readonly accounts: readonly RegistryAccount[];
  readonly decisions: readonly RegistryDecision[];
  readonly problems?: readonly Pick<Finding, 'field' | 'text'>[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly link?: string;
  readonly done?: string;
}): Html => {
  const entry = kindOf(organisation.kind);
  const decides = staff.roles.includes('reviewer') || staff.roles.includes('operator');
  const { contact } = organisation;
  return consolePage({
    staff,
    test,
    title: organisation.name,
    current: 'organisations',
    styles: ['portal.css'],
    done,
    error: problems.length > 0,
    body: html`
      ${problems.length ? errorSummary('還不能存入', problems) : ''}
      ${
        link
          ? html`<div class="keys" role="status">
              <p>已把這個連結寄給承辦單位。連結 72 小時內有效、只能用一次；離開這一頁就看不到了。</p>
              <p><code>${link}</code></p>
            </div>`
          : ''
      }
      <p>${stateTag(organisation)} <code>${organisation.id}</code></p>
      <dl class="facts-list">
        <dt>類別</dt>
        <dd>${entry?.name ?? organisation.kind}（${entry?.clause ?? ''}）</dd>
        ${
          entry?.by
            ? html`<dt>同意並轉送</dt>
                <dd>${organisation.forwardedBy} ${organisation.forwardedNo}</dd>`
            : ''
        }
        <dt>承辦單位</dt>
        <dd>${contact.unit} ${contact.phone} ${contact.email}</dd>
        <dt>申請時間</dt>
        <dd>${taipeiTime(organisation.appliedAt)}</dd>
      </dl>
      ${
        organisation.state === 'applied' && decides
          ? html`<h2>決定</h2>
              <form method="post" action="/operator/organisations/${organisation.id}/decide" class="card" novalidate>
                ${csrfField(staff)}
                ${selectField({
                  name: 'decision',
                  label: '決定',
                  value: typed['decision'],
                  error: problems.find(({ field }) => field === 'decision')?.text,
                  choices: [
                    { value: '', text: '請選擇' },
                    { value: 'approve', text: '同意加入' },
                    { value: 'return', text: '退回補正' },
                    { value: 'refuse', text: '不同意' },
                  ],
                })}
                ${areaField({ name: 'reason', label: '理由', hint: '會寄給申請機關，並記入紀錄。', value: typed['reason'] ?? '', error: problems.find(({ field }) => field === 'reason')?.text })}
                <button>存入決定</button>
              </form>`
          : ''
      }
      <h2>服務</h2>
      ${
        services.length
          ? html`<ul>
              ${services.map(
                ({ id, name, state }) =>
                  html`<li><a href="/operator/services/${id}">${name}</a> ${phaseTag(state)}</li>`,
              )}
            </ul>`
          : html`<p>還沒有登錄服務。</p>`
      }
      ${
        organisation.state === 'joined'
          ? html`<h2>登錄帳號</h2>
              ${registryAccountsPart({
                staff,
                accounts,
                ...(staff.roles.includes('operator') && {
                  action: `/operator/organisations/${organisation.id}/registry-accounts`,
                }),
              })}`
          : ''
      }
      <h2>紀錄</h2>
      ${trail(decisions)}
    `,
  });
};
