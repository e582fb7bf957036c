import { html } from 'hono/html';
import type { CountyStaff } from '../../staff/session.ts';
import { csrfField, input, said, select, staffPage, type Html, type Said } from '../../staff/views/page.ts';
import type { Office } from '../storage.ts';
import { depthOf } from '../tree.ts';

/** As a tree is read, the lower the further in. */
export const optionsOf = (
  { offices }: Pick<CountyStaff, 'offices'>,
  rows: readonly Office[],
): readonly (readonly [string, string])[] =>
  rows.map(({ id, name }) => [id, '　'.repeat(depthOf(offices, id)) + name['zh-Hant']]);

/** Offices that this administrator administers, as a tree, and the form for a new one below one of them. */
export const officesView = ({
  test,
  staff,
  offices,
  ...more
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  /** Those that this person administers. */
  readonly offices: readonly Office[];
} & Said): Html =>
  staffPage({
    title: '單位',
    test,
    staff,
    body: html`
      ${said(more)}
      <p class="lead">職務在一個單位與它下面的單位有效。服務屬於一個單位，由那裡的人員設計、核定、發布與受理。</p>
      <ul class="tree">
        ${offices.map(
          ({ id, name }) =>
            html`<li data-depth="${Math.min(depthOf(staff.offices, id), 6)}">
              <a href="/staff/offices/${id}">${name['zh-Hant']}</a>
            </li>`,
        )}
      </ul>
      <h2>新增單位</h2>
      <form method="post" action="/staff/offices" class="card">
        ${csrfField(staff)} ${select({ id: 'parent', label: '上一層單位', options: optionsOf(staff, offices) })}
        ${input({ id: 'name', label: '名稱', autocomplete: 'off', maxLength: 60 })}
        ${input({ id: 'en', label: '英文名稱（可以不填）', autocomplete: 'off', maxLength: 120, optional: true })}
        <button>新增</button>
      </form>
    `,
  });
