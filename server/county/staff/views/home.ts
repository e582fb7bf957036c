import { html } from 'hono/html';
import type { CountyStaff, StaffRole } from '../session.ts';
import { staffPage, type Html } from './page.ts';

interface Place {
  readonly href: string;
  readonly name: string;
  readonly about: string;
  readonly roles: readonly StaffRole[];
}

const places: readonly Place[] = [
  { href: '/desk', name: '臨櫃受理', about: '掃描民眾的資料條碼，代為申辦。', roles: ['clerk'] },
  {
    href: '/builder',
    name: '表單設計',
    about: '設計、核定與發布申請表。',
    roles: ['designer', 'approver', 'publisher', 'administrator'],
  },
];

export const homeView = ({ test, staff }: { readonly test: boolean; readonly staff: CountyStaff }): Html =>
  staffPage({
    title: '請選擇業務',
    test,
    staff,
    body: html`<ul class="places">
      ${places
        .filter(({ roles }) => roles.some((role) => staff.roles.includes(role)))
        .map(
          ({ href, name, about }) =>
            html`<li>
              <a href="${href}">${name}</a>
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
