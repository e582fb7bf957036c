import { html } from 'hono/html';
import { lifetimes } from '#server/lifetimes.ts';
import { waitWords } from '#server/limits/too-many.ts';
import type { CountyStaff } from '../../staff/session.ts';
import type { StaffAction } from '../../staff/storage.ts';
import { input, select, staffPage, table, type Html } from '../../staff/views/page.ts';
import { caseIn } from '../looks.ts';
import { verbNames } from './records.ts';
import { timeInTaiwan } from './time.ts';

export interface LooksFilter {
  readonly staff?: string | undefined;
  readonly case?: string | undefined;
}

const summed = waitWords(lifetimes.looksSummed.ms / 1000)['zh-Hant'];

/**
 * For auditors: who looked at which case, when, and from which office, newest first, by person or case. The case
 * appears by its number: nothing of whom it is about.
 */
export const looksView = ({
  test,
  staff,
  looks,
  people,
  filter,
  most,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly looks: readonly StaffAction[];
  /** Whoever looked, by id. */
  readonly people: ReadonlyMap<string, string>;
  readonly filter: LooksFilter;
  readonly most: number;
}): Html =>
  staffPage({
    title: '查閱紀錄',
    test,
    staff,
    body: html`
      <p class="lead">
        誰在什麼時候、從哪個單位看了哪件臨櫃案件的個人資料，最近的 ${most} 筆。同一個人
        ${summed}內重複看同一件案件，記一筆。
      </p>
      <form method="get" action="/staff/looks" class="card">
        ${select({
          id: 'staff',
          label: '人員',
          options: [['', '所有人員'], ...people],
          value: filter.staff ?? '',
          optional: true,
        })}
        ${input({
          id: 'case',
          label: '案件編號（可以不填）',
          autocomplete: 'off',
          maxLength: 36,
          optional: true,
          ...(filter.case !== undefined && { value: filter.case }),
        })}
        <button>篩選</button>
        ${filter.staff || filter.case ? html`<p><a href="/staff/looks">看全部</a></p>` : ''}
      </form>
      ${
        looks.length
          ? table(
              ['時間', '人員', '動作', '案件', '服務、資料集、櫃檯', '案件的單位'],
              looks.map((look) => row(staff, look)),
              '查閱紀錄',
            )
          : html`<p>${filter.staff || filter.case ? '沒有符合的查閱紀錄。' : '還沒有查閱紀錄。'}</p>`
      }
    `,
  });

function row({ offices }: CountyStaff, look: StaffAction): readonly (Html | string)[] {
  const { at, staffId, staffName, verb, object, office } = look;
  const id = caseIn(look);
  const link = (name: string, value: string, text: string): Html =>
    html`<a href="/staff/looks?${name}=${encodeURIComponent(value)}">${text}</a>`;
  return [
    timeInTaiwan(at),
    link('staff', staffId, staffName),
    verbNames[verb] ?? verb,
    id === undefined ? '' : link('case', id, id),
    id === undefined ? object : object.replace(`${id} `, '').replace(id, ''),
    office === undefined ? '' : (offices.get(office)?.name['zh-Hant'] ?? office),
  ];
}
