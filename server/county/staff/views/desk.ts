import { html } from 'hono/html';
import type { CountyStaff } from '../session.ts';
import { csrfField, errorSummary, input, staffPage, type Html } from './page.ts';

export const deskView = ({
  test,
  staff,
  agencies,
  next,
  problem,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly agencies: readonly string[];
  readonly next: string;
  readonly problem?: string | undefined;
}): Html =>
  staffPage({
    title: '選擇機關與櫃檯',
    test,
    staff,
    body: html`
      ${problem ? errorSummary([{ field: 'counter', text: problem }]) : ''}
      <form method="post" action="/staff/desk" class="card">
        ${csrfField(staff)}
        <input type="hidden" name="next" value="${next}" />
        <fieldset>
          <legend>機關</legend>
          ${agencies.map(
            (agency, index) => html`
              <label class="choice" for="agency-${index}">
                <input
                  type="radio"
                  id="agency-${index}"
                  name="agency"
                  value="${agency}"
                  required
                  ${agency === staff.agency ? html`checked` : ''}
                />
                ${agency}
              </label>
            `,
          )}
        </fieldset>
        ${input({
          id: 'counter',
          label: '櫃檯號碼',
          hint: '民眾的手機會顯示是哪一個櫃檯請他提供驗證密碼，例如 3。',
          autocomplete: 'off',
          numeric: true,
          maxLength: 3,
          value: /\d+/.exec(staff.counter ?? '')?.[0] ?? '',
          error: problem,
        })}
        <button>開始受理</button>
      </form>
    `,
  });
