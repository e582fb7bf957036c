import { html } from 'hono/html';
import type { Office } from '../../offices/storage.ts';
import type { CountyStaff } from '../../staff/session.ts';
import { staffPage, table, type Html } from '../../staff/views/page.ts';
import type { ApplicationRow } from '../../storage.ts';
import { timeInTaiwan } from './time.ts';

const statusNames: { readonly [status in ApplicationRow['status']]: string } = {
  received: '已收件',
  reviewing: '審核中',
  returned: '待補件',
  decided: '已審結',
};

/** Nothing of whom an application is about. */
export const applicationsView = ({
  test,
  staff,
  rows,
  offices,
  most,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly rows: readonly (Pick<ApplicationRow, 'number' | 'status' | 'submittedAt'> & {
    readonly service: string;
    readonly office: string;
  })[];
  readonly offices: readonly Office[];
  readonly most: number;
}): Html =>
  staffPage({
    title: '申辦案件',
    test,
    staff,
    body: html`
      <p class="lead">${offices.map(({ name }) => name['zh-Hant']).join('、')}的案件，最近的 ${most} 件。</p>
      ${
        rows.length
          ? table(
              ['案號', '服務', '單位', '收件時間', '進度'],
              rows.map(({ number, service, office, submittedAt, status }) => [
                number,
                service,
                office,
                timeInTaiwan(submittedAt),
                statusNames[status],
              ]),
              '申辦案件',
            )
          : html`<p>還沒有案件。</p>`
      }
    `,
  });
