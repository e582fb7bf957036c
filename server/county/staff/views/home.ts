import { html } from 'hono/html';
import type { StaffAddresses } from '../../addresses.ts';
import type { CountyStaff, StaffRole } from '../session.ts';
import { staffPage, type Html } from './page.ts';

interface Place {
  readonly at: keyof StaffAddresses;
  readonly name: string;
  readonly about: string;
  readonly roles: readonly StaffRole[];
}

const places: readonly Place[] = [
  { at: 'desk', name: '臨櫃受理', about: '掃描民眾的資料條碼，代為申辦。', roles: ['clerk'] },
  {
    at: 'builder',
    name: '表單設計',
    about: '設計、核定與發布申請表。',
    roles: ['designer', 'approver', 'publisher', 'administrator'],
  },
];

export const homeView = ({
  test,
  staff,
  addresses,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly addresses: StaffAddresses;
}): Html =>
  staffPage({
    title: '請選擇業務',
    test,
    staff,
    body: html`<ul class="places">
      ${places
        .filter(({ at, roles }) => addresses[at] !== undefined && roles.some((role) => staff.roles.includes(role)))
        .map(
          ({ at, name, about }) =>
            html`<li>
              <a href="${addresses[at]!}">${name}</a>
              <p>${about}</p>
            </li>`,
        )}
    </ul>`,
  });

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
      <p><a href="/staff">回到縣府人員專區</a></p>`,
  });
