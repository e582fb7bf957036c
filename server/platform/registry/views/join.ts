/** An organisation applies to join (附件一 三, 四). */
import { html } from 'hono/html';
import type { Finding } from '../rules/rule.ts';
import { organisationKinds, type OrganisationApplication } from '../who-may-join.ts';
import { errorSummary } from '../../site/views/error-summary.ts';
import { textField } from '../../staff/views/fields.ts';
import { page, type Html } from '../../site/views/page.ts';
import { radios } from './controls.ts';

export const emptyOrganisation: OrganisationApplication = {
  name: '',
  kind: '',
  forwardedBy: '',
  forwardedNo: '',
  contact: { unit: '', phone: '', email: '' },
};

/** For anybody, signed in or not. With mistakes the page has what was typed, and the clause beside each of them. */
export const joinView = ({
  test,
  application: a,
  mistakes,
}: {
  readonly test: boolean;
  readonly application: OrganisationApplication;
  readonly mistakes: readonly Finding[];
}): Html => {
  const error = (field: string): string | undefined => mistakes.find((one) => one.field === field)?.text;
  return page({
    title: `${mistakes.length ? '請修正：' : ''}機關申請介接`,
    test,
    styles: ['portal.css'],
    body: html`
      <h1>機關申請介接</h1>
      ${
        mistakes.length
          ? errorSummary(
              '還不能送出，請修改下面的項目',
              mistakes.map(({ field, text, clause }) => ({ field, text: `${text}（${clause}）` })),
            )
          : ''
      }
      <p class="lead">依《數位服務個人化平臺介接作業試辦要點》第三點，下列五類組織可以申請成為服務提供者。</p>
      <form method="post" action="/join" class="application" novalidate>
        <section aria-labelledby="part-organisation">
          <h2 id="part-organisation">機關</h2>
          ${textField({ name: 'name', label: '機關全名', value: a.name, error: error('name'), maxLength: 60, autocomplete: 'organization' })}
          ${radios({
            name: 'kind',
            legend: '類別',
            error: error('kind'),
            choices: organisationKinds.map(({ kind, name }) => ({ value: kind, text: name })),
            chosen: [a.kind],
          })}
        </section>
        <section aria-labelledby="part-forwarded">
          <h2 id="part-forwarded">轉送機關</h2>
          <p>大專校院要先由教育部同意；銀行、聯徵中心與國營事業要先由中央目的事業主管機關同意。其他機關不必填。</p>
          ${textField({ name: 'forwardedBy', label: '同意並轉送的機關', value: a.forwardedBy, error: error('forwardedBy'), required: false, maxLength: 60 })}
          ${textField({ name: 'forwardedNo', label: '公文字號', value: a.forwardedNo, error: error('forwardedNo'), required: false, maxLength: 60 })}
        </section>
        <section aria-labelledby="part-contact">
          <h2 id="part-contact">承辦單位</h2>
          ${textField({ name: 'contactUnit', label: '單位', value: a.contact.unit, error: error('contactUnit'), maxLength: 60 })}
          ${textField({ name: 'contactPhone', label: '電話', value: a.contact.phone, error: error('contactPhone'), maxLength: 60 })}
          ${textField({ name: 'contactEmail', label: '公務電子郵件', hint: '審查結果與建立帳號的連結會寄到這裡。', value: a.contact.email, error: error('contactEmail'), maxLength: 100 })}
        </section>
        <p><button>送出申請</button></p>
      </form>
      <p>已經有帳號？<a href="/operator/sign-in?next=%2Fportal">登入</a></p>
    `,
  });
};

/** The answer to an application; it has no link or number, since the decision goes to the office's address. */
export const joinedView = ({ test, name }: { readonly test: boolean; readonly name: string }): Html =>
  page({
    title: '已收到申請',
    test,
    body: html`
      <h1>已收到「${name}」的申請</h1>
      <p class="lead">平臺會審查，結果會寄到您填的公務電子郵件。</p>
      <p>通過後，信裡有一個連結，請由承辦人員用它建立帳號（密碼與驗證器由本人設定），就可以申請服務並拿到測試金鑰。</p>
    `,
  });
