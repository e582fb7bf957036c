import { html } from 'hono/html';
import type { Notice } from '#schemas/wire/builder-api.ts';
import { mayAnywhere } from '../../access/may.ts';
import type { Verb } from '../../access/verbs.ts';
import { levelWords } from '#server/space/words.ts';
import type { Level } from '#server/space/space.ts';
import { countyKindNames } from '../../space.ts';
import type { CountyKind } from '../../kinds.ts';
import type { StaffAddresses } from '../../addresses.ts';
import { roleNames, type CountyStaff } from '../session.ts';
import { noticeList } from './notices.ts';
import { staffPage, type Html } from './page.ts';

interface Place {
  /** Its address; those of the site are the site's to say. */
  readonly at: (addresses: StaffAddresses) => string | undefined;
  readonly name: string;
  readonly about: string;
  readonly verb: Verb;
}

const places: readonly Place[] = [
  { at: ({ desk }) => desk, name: '臨櫃受理', about: '掃描民眾的資料條碼，代為申辦。', verb: 'take-cases' },
  { at: ({ builder }) => builder, name: '表單設計', about: '設計、核定與發布申請表。', verb: 'see-forms' },
  { at: () => '/staff/applications', name: '申辦案件', about: '您的單位收到的申請。', verb: 'see-applications' },
  {
    at: () => '/staff/offices',
    name: '單位',
    about: '單位的新增、移動與裁撤，各單位的人員與職務。',
    verb: 'administer',
  },
  {
    at: () => '/staff/desks',
    name: '櫃檯',
    about: '登錄與停用櫃檯，看誰在使用，結束使用。',
    verb: 'administer',
  },
  { at: () => '/staff/people', name: '人員', about: '帳號、職務與一次性連結。', verb: 'administer' },
  {
    at: () => '/staff/registrations',
    name: 'MyData 登錄',
    about: '每項服務在平臺登錄到哪裡，申請表與平臺的答覆。',
    verb: 'administer',
  },
  { at: () => '/staff/services', name: '服務的歸屬', about: '每項服務屬於哪個單位。', verb: 'administer' },
  {
    at: () => '/staff/looks',
    name: '查閱紀錄',
    about: '誰看了哪件案件的個人資料。',
    verb: 'see-records',
  },
  { at: () => '/staff/records', name: '紀錄', about: '人員的動作與資料的傳輸。', verb: 'see-records' },
];

/**
 * After signing in: notices of forms that wait for this person, and the places that one of their roles leads to; for
 * administrators what is nearly full.
 */
export const homeView = ({
  test,
  staff,
  addresses,
  notices,
  space,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly addresses: StaffAddresses;
  readonly notices: readonly Notice[];
  /** For who administers: what is nearly full or full. */
  readonly space: readonly Level<CountyKind>[];
}): Html =>
  staffPage({
    title: '請選擇業務',
    test,
    staff,
    body: html`
      ${
        space.length
          ? html`<section aria-labelledby="space" class="space">
              <h2 id="space">儲存空間快滿了</h2>
              <ul>
                ${space.map((level) => html`<li>${levelWords(level, countyKindNames[level.kind])}</li>`)}
              </ul>
            </section>`
          : ''
      }
      ${noticeList(notices, addresses)}
      <ul class="places">
        ${places
          .filter(({ verb }) => mayAnywhere(staff, verb))
          .flatMap(({ at, ...place }) => {
            const href = at(addresses);
            return href === undefined ? [] : [{ href, ...place }];
          })
          .map(
            ({ href, name, about }) =>
              html`<li>
                <a href="${href}">${name}</a>
                <p>${about}</p>
              </li>`,
          )}
      </ul>
      <h2>您的職務</h2>
      ${
        staff.memberships.length
          ? html`<ul>
                ${staff.memberships.map(
                  ({ office, role }) =>
                    html`<li>${staff.offices.get(office)?.name['zh-Hant'] ?? office}：${roleNames[role]}</li>`,
                )}
              </ul>
              <p class="hint">職務在所列的單位與其下的單位有效。需要調整時，請洽機關的管理人員。</p>`
          : html`<p>您現在沒有職務。請洽機關的管理人員。</p>`
      }
      <p><a href="/staff/password">更改密碼</a></p>
    `,
  });

/** An error on an address under `/staff` as a page: title and text of the error, nothing of who is signed in. */
export const errorView = ({
  test,
  title,
  text,
}: {
  readonly test: boolean;
  readonly title: string;
  readonly text: string;
}): Html =>
  staffPage({
    title,
    test,
    body: html`<p class="lead">${text}</p>
      <p><a href="/staff">回到機關人員專區</a></p>`,
  });
