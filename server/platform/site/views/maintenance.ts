/** What residents read of maintenance, on the front page and before they begin. */
import { html } from 'hono/html';
import type { Platform } from '../../platform.ts';
import { taipeiTime } from '../../messages/texts/letter.ts';
import type { MaintenanceNotice } from '../../staff/maintenance.ts';
import type { Html } from './page.ts';

/**
 * One box per notice, in the order given, times in Taipei; without notices nothing. A notice that names no dataset is
 * of the whole platform.
 */
export const maintenanceView = (notices: readonly MaintenanceNotice[], datasets: Platform['datasets']): Html => html`
  ${notices.map(
    ({ resources, from, until, words, running }) => html`
      <div class="notice warning">
        <p>
          <strong>${running ? '維護中' : '維護公告'}</strong>
          ${resources.length ? resources.map((id) => datasets.get(id)?.name['zh-Hant'] ?? id).join('、') : '整個平臺'}
        </p>
        <p>${taipeiTime(from)} 到 ${taipeiTime(until)}${running ? '，這段時間無法使用。' : '，到時候無法使用。'}</p>
        <p>${words}</p>
      </div>
    `,
  )}
`;
