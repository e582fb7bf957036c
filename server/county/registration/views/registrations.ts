import { html } from 'hono/html';
import type { RegistrationView } from '#schemas/wire/builder-api.ts';
import type { CountyStaff } from '../../staff/session.ts';
import { staffPage, table, type Html } from '../../staff/views/page.ts';
import type { Registrar } from '../registrar.ts';

export const stateNames: { readonly [State in RegistrationView['state']]: string } = {
  'not-needed': '不使用 MyData',
  none: '未登記',
  'in-review': '送審中',
  returned: '需補件',
  refused: '不同意',
  registered: '已登錄',
  suspended: '已停用',
  ended: '已終止',
};

export interface ServiceLine {
  readonly id: string;
  readonly name: string;
  readonly newest: number;
  readonly live: number;
  readonly view: RegistrationView;
  /** Why the last call to the register failed. */
  readonly problem?: string | undefined;
}

const leads = {
  platform: '發布新版本時，系統會自動送 MyData 平臺登錄，平臺的決定也會自動取回。',
  letter: '發布新版本後，請下載申請表用印寄給平臺；收到答覆後，在這裡填入金鑰與決定。',
  none: '登錄由設定檔提供（MYDATA_COUNTY_CLIENTS）。',
} as const;

type Column = readonly [name: string, cell: (line: ServiceLine) => Html | string];

const always: readonly Column[] = [
  ['服務', ({ id, name }) => html`<a href="/staff/registrations/${id}">${name}</a>`],
  ['登錄', ({ view }) => stateNames[view.state]],
  [
    '版本',
    ({ newest, live }) => (newest === live ? `第 ${live} 版` : `民眾看到第 ${live} 版，第 ${newest} 版等待登錄`),
  ],
];

const sometimes: readonly Column[] = [
  [
    '說明',
    ({ view, problem }) => (problem ? `平臺沒有收下（${problem}），會自動再送。` : (view.note?.['zh-Hant'] ?? '')),
  ],
  ['審查意見', ({ view }) => (view.words ?? []).join(' ')],
];

/**
 * Every service of the administrator's offices in one table, with the way that registrations go here (`by`; undefined:
 * a clients file).
 */
export const registrationsView = ({
  test,
  staff,
  services,
  by,
}: {
  readonly test: boolean;
  readonly staff: CountyStaff;
  readonly services: readonly ServiceLine[];
  readonly by: Registrar['by'] | undefined;
}): Html => {
  // On a phone there is no room for a column in which nobody has anything.
  const columns = [...always, ...sometimes.filter(([, cell]) => services.some((one) => cell(one) !== ''))];
  return staffPage({
    title: 'MyData 登錄',
    test,
    staff,
    body: html`
      <p class="lead">${leads[by ?? 'none']}</p>
      ${table(
        columns.map(([name]) => name),
        services.map((one) => columns.map(([, cell]) => cell(one))),
        '每項服務的登錄',
      )}
    `,
  });
};
