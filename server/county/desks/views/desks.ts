import { html } from 'hono/html';
import { optionsOf } from '../../offices/views/offices.ts';
import type { Office } from '../../offices/storage.ts';
import type { CountyStaff } from '../../staff/session.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from '../../staff/views/page.ts';
import { deskName } from '../holders.ts';
import type { DeskEntry } from '../keep.ts';

/** For administrators: the open desks of their offices, who uses each now, and the form for a new one. */
export const desksView = ({
  test,
  staff,
  desks,
  offices,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly desks: readonly DeskEntry[];
  /** Those that this person administers. */
  readonly offices: readonly Office[];
} & Said): Html =>
  staffPage({
    title: '櫃檯',
    test,
    staff,
    body: html`
      <p class="lead">
        櫃檯人員從這裡登錄的櫃檯開啟一個，民眾的手機會顯示它的單位與號碼。輸入錯誤的次數算在櫃檯與人員兩邊。
      </p>
      ${said(more)}
      ${
        desks.length
          ? offices.map(({ id, name }) => {
              const own = desks.filter(({ office }) => office === id);
              return own.length
                ? html`<h2>${name['zh-Hant']}</h2>
                    <ul class="held">
                      ${own.map((desk) => row(staff, name['zh-Hant'], desk))}
                    </ul>`
                : '';
            })
          : html`<p>還沒有登錄櫃檯。</p>`
      }
      <h2>登錄新的櫃檯</h2>
      <form method="post" action="/staff/desks" class="card">
        ${csrfField(staff)} ${select({ id: 'office', label: '單位', options: optionsOf(staff, offices) })}
        ${input({
          id: 'number',
          label: '櫃檯號碼',
          hint: '1 到 999，登錄後不能更改；換號碼請停用後另外登錄。',
          autocomplete: 'off',
          numeric: true,
          maxLength: 3,
        })}
        ${input({ id: 'place', label: '位置', hint: '例如：一樓服務臺。', autocomplete: 'off', maxLength: 60 })}
        <button>登錄</button>
      </form>
    `,
  });

const row = (staff: CountyStaff, office: string, desk: DeskEntry): Html => {
  const { id, place, holder } = desk;
  const name = deskName(desk);
  const about = `${office}${name}`;
  return html`<li>
    <span>${name}（${place}）：${holder === undefined ? '沒有人使用' : `${holder}使用中`}</span>
    <details>
      <summary aria-label="更改${about}">更改</summary>
      <form method="post" action="/staff/desks/${id}/place">
        ${csrfField(staff)}
        ${input({ id: `place-${id}`, name: 'place', label: '位置', autocomplete: 'off', maxLength: 60, value: place })}
        <button class="plain" aria-label="更改${about}的位置">更改位置</button>
      </form>
      ${holder === undefined ? '' : act(staff, id, 'free', '結束使用', `結束${holder}對${about}的使用`)}
      ${act(staff, id, 'close', '停用', `停用${about}`)}
    </details>
  </li>`;
};

const act = (staff: CountyStaff, desk: string, what: string, text: string, label: string): Html =>
  html`<form method="post" action="/staff/desks/${desk}/${what}">
    ${csrfField(staff)}
    <button class="plain" aria-label="${label}">${text}</button>
  </form>`;
