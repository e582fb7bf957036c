import { html } from 'hono/html';
import type { Office } from '../../offices/storage.ts';
import type { CountyStaff } from '../session.ts';
import { csrfField, errorSummary, input, staffPage, type Html } from './page.ts';

export const deskView = ({
  test,
  staff,
  offices,
  next,
  problem,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  /** Where this clerk may sit. */
  readonly offices: readonly Office[];
  readonly next: string;
  readonly problem?: { readonly field: string; readonly text: string } | undefined;
}): Html =>
  staffPage({
    title: '選擇單位與櫃檯',
    test,
    staff,
    body: html`
      ${problem ? errorSummary([problem]) : ''}
      <form method="post" action="/staff/desk" class="card">
        ${csrfField(staff)}
        <input type="hidden" name="next" value="${next}" />
        <fieldset>
          <legend>單位</legend>
          <p class="hint">這裡受理的是您所選單位與其下各單位的服務。</p>
          ${offices.map(
            ({ id, name }, index) => html`
              <label class="choice" for="office-${index}">
                <input
                  type="radio"
                  id="office-${index}"
                  name="office"
                  value="${id}"
                  required
                  ${id === staff.desk?.office || offices.length === 1 ? html`checked` : ''}
                />
                ${name['zh-Hant']}
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
          value: /\d+/.exec(staff.desk?.counter ?? '')?.[0] ?? '',
          error: problem?.field === 'counter' ? problem.text : undefined,
        })}
        <button>開始受理</button>
      </form>
    `,
  });
