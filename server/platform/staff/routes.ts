/** The console of the platform's own people, and the front door of a service provider's. */
import type { Hono } from 'hono';
import type { Platform } from '../platform.ts';
import { auditState } from './audits.ts';
import { staffPage } from './form.ts';
import { datasetsDown, maintenanceNow } from './maintenance.ts';
import { refusedPackages } from './refused-packages.ts';
import { sandboxStaffNow } from './sandbox-staff.ts';
import { everyRole } from './session.ts';
import { waitingServices } from './waiting.ts';
import { overviewView, type Tile } from './views/overview.ts';
import { operatorAccountRoutes } from './account-routes.ts';
import { operatorActionRoutes } from './action-routes.ts';
import { operatorAuditRoutes } from './audit-routes.ts';
import { operatorDatasetRoutes } from './dataset-routes.ts';
import { operatorProviderRoutes } from '../providers/console-routes.ts';
import { operatorTransferRoutes } from './transfer-routes.ts';

/**
 * `/operator` for who is signed in: an overview for the platform's people, 303 to `/portal` for a service provider's.
 * With it the console's pages below, save the register's, and in test `/sandbox/staff` for anybody.
 */
export function operatorRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;

  app.get(
    '/operator',
    staffPage(platform, everyRole, async (c, staff) => {
      if (staff.roles.every((role) => role === 'service-provider')) return c.redirect('/portal', 303);
      const readsRecords = staff.roles.some((role) => role === 'operator' || role === 'auditor');
      const tiles = [...(await tilesOf()), ...(readsRecords ? [await transferTile()] : [])];
      const space = staff.roles.includes('operator') ? await platform.space.levels() : [];
      return c.html(overviewView({ staff, test: config.environment === 'test', tiles, space }));
    }),
  );

  operatorAccountRoutes(app, platform);
  operatorDatasetRoutes(app, platform);
  operatorProviderRoutes(app, platform);
  operatorTransferRoutes(app, platform);
  operatorAuditRoutes(app, platform);
  operatorActionRoutes(app, platform);
  if (config.environment === 'test') app.get('/sandbox/staff', async (c) => c.json(await sandboxStaffNow(platform)));

  async function tilesOf(): Promise<readonly Tile[]> {
    const now = clock.now();
    const [waiting, down, refused, notices, audits] = await Promise.all([
      waitingServices(platform),
      datasetsDown(platform),
      refusedPackages(platform),
      maintenanceNow(platform),
      storage.audits(),
    ]);
    const overdue = audits.filter((audit) => auditState(audit, now) === 'overdue').length;
    const due = audits.filter((audit) => auditState(audit, now) === 'due').length;
    return [
      {
        title: '待審的服務',
        count: waiting.services,
        unit: '件',
        words: waiting.services ? '請審查。' : '沒有等待審查的申請。',
        href: '/operator/services',
        wants: waiting.services > 0,
      },
      {
        title: '申請加入的機關',
        count: waiting.organisations,
        unit: '個',
        words: waiting.organisations ? '請確認能不能加入。' : '沒有等待確認的機關。',
        href: '/operator/organisations',
        wants: waiting.organisations > 0,
      },
      {
        title: '無法取得的資料集',
        count: down.size,
        unit: '項',
        words: down.size ? '中斷或維護中。' : '所有資料集都可以取得。',
        href: '/operator/datasets',
        wants: down.size > 0,
      },
      {
        title: '退回的資料包',
        count: refused.reduce((sum, { count }) => sum + count, 0),
        unit: '份',
        words: refused.length ? '24 小時內沒有通過檢查，請洽資料提供者。' : '24 小時內都通過檢查。',
        href: '/operator/datasets',
        wants: refused.length > 0,
      },
      {
        title: '維護公告',
        count: notices.length,
        unit: '則',
        words: notices.some(({ running }) => running)
          ? '其中有正在維護的。'
          : notices.length
            ? '已公告。'
            : '沒有公告中的維護。',
        href: '/operator/datasets',
        wants: notices.some(({ running }) => running),
      },
      {
        title: '逾期的年度稽核',
        count: overdue,
        unit: '份',
        words: due ? `另有 ${due} 份在期限內待提交。` : '沒有其他待提交的報告。',
        href: '/operator/audits',
        wants: overdue > 0,
      },
    ];
  }

  async function transferTile(): Promise<Tile> {
    const from = new Date(clock.now().getTime() - 24 * 60 * 60 * 1000);
    const recent = await storage.transfers({ from, limit: 1000 });
    const failed = recent.filter(({ code }) => code !== undefined && code !== 200).length;
    return {
      title: '24 小時內的傳輸',
      count: recent.length,
      unit: '筆',
      words: failed ? `其中 ${failed} 筆沒有送達。` : '沒有失敗的傳輸。',
      href: '/operator/transfers',
      wants: false,
    };
  }
}
