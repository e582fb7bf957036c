import { html } from 'hono/html';
import type { CountyStaff } from '../../staff/session.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from '../../staff/views/page.ts';
import type { Office } from '../storage.ts';
import { optionsOf } from './offices.ts';

/**
 * Services of the administrator's offices, each with the form that moves it to another of them, for a reason that
 * auditors see.
 */
export const servicesView = ({
  test,
  staff,
  services,
  offices,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly services: readonly { readonly id: string; readonly name: string; readonly office: string }[];
  /** Those that this person administers. */
  readonly offices: readonly Office[];
} & Said): Html =>
  staffPage({
    title: '服務屬於哪個單位',
    test,
    staff,
    body: html`
      ${said(more)}
      <p class="lead">一項服務只屬於一個單位。民眾看到的機關名稱寫在表單裡，不決定誰能處理。</p>
      ${services.map(
        ({ id, name, office }) =>
          html`<section class="card">
            <h2>${name}</h2>
            <p>代號 ${id}，現在屬於 <strong>${staff.offices.get(office)?.name['zh-Hant'] ?? office}</strong></p>
            <details>
              <summary>移到另一個單位</summary>
              <form method="post" action="/staff/services/${id}/office">
                ${csrfField(staff)}
                ${select({
                  id: `office-${id}`,
                  name: 'office',
                  label: '單位',
                  options: optionsOf(staff, offices),
                  value: office,
                })}
                ${input({
                  id: `reason-${id}`,
                  name: 'reason',
                  label: '理由',
                  hint: '記在紀錄裡，稽核人員會看到。',
                  autocomplete: 'off',
                  maxLength: 200,
                })}
                <button>移動</button>
              </form>
            </details>
          </section>`,
      )}
    `,
  });
