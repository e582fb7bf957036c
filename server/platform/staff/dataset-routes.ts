/** Datasets, their heartbeat, and maintenance notices. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { allOf, staffForm, staffPage } from './form.ts';
import { announceMaintenance, datasetsDown, withdrawMaintenance } from './maintenance.ts';
import { refusedPackages } from './refused-packages.ts';
import { everyRole, type Staff } from './session.ts';
import { fromTaipei } from './taipei-input.ts';
import { datasetsView, type DatasetsView } from './views/datasets.ts';

const doneTexts: Readonly<Record<string, string>> = {
  announced: '維護公告已經發布。',
  withdrawn: '維護公告已經撤回。',
};

/**
 * `/operator/datasets` for every role, service providers' people too; maintenance notices 維護公告 are announced and
 * withdrawn by operators, a withdrawal with its reason (404 `maintenance-unknown` where it was withdrawn before).
 */
export function operatorDatasetRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, datasets, config } = platform;
  const test = config.environment === 'test';

  const show = async (
    c: Context,
    staff: Staff,
    more: Pick<DatasetsView, 'typed' | 'ticked' | 'mistakes' | 'done'> = {},
  ) => {
    const now = clock.now();
    const view = datasetsView({
      staff,
      test,
      now,
      datasets: [...datasets.values()],
      down: await datasetsDown(platform),
      heartbeats: await storage.heartbeats(),
      own: new Set((await storage.providerEntries()).map(({ resourceId }) => resourceId)),
      refused: await refusedPackages(platform),
      maintenances: await storage.maintenances(now),
      ...more,
    });
    return c.html(view, more.mistakes ? 422 : 200);
  };

  app.get(
    '/operator/datasets',
    staffPage(platform, everyRole, (c, staff) => show(c, staff, { done: doneTexts[c.req.query('done') ?? ''] })),
  );

  app.post(
    '/operator/maintenances',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const resources = await allOf(c, 'resources');
      const announced = await announceMaintenance(platform, staff, {
        resources,
        from: fromTaipei(form['from']),
        until: fromTaipei(form['until']),
        words: (form['words'] ?? '').slice(0, 300),
        emergency: (form['emergency'] ?? '').slice(0, 300),
      });
      return announced.kind === 'announced'
        ? c.redirect('/operator/datasets?done=announced', 303)
        : show(c, staff, { typed: form, ticked: resources, mistakes: announced.mistakes });
    }),
  );

  app.post(
    '/operator/maintenances/:id/withdraw',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const reason = (form['reason'] ?? '').trim().slice(0, 200);
      if (!reason) return show(c, staff, { mistakes: [{ field: 'main', text: '撤回公告請寫下原因。' }] });
      if (!(await withdrawMaintenance(platform, staff, { id: c.req.param('id') ?? '', reason }))) throw noNotice();
      return c.redirect('/operator/datasets?done=withdrawn', 303);
    }),
  );
}

const noNotice = (): HttpError =>
  new HttpError(404, 'maintenance-unknown', {
    'zh-Hant': '找不到這則公告，或已經撤回。',
    en: 'There is no such notice, or it is withdrawn.',
  });
