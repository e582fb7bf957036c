/** The server behind one dataset: where it is, when it was last heard of, and changing it. */
import type { Context, Hono } from 'hono';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { formOf, removeProvider, setProvider, type Changed, type ProviderForm } from './change-provider.ts';
import { providerOf } from './provider-of.ts';
import { openProvider } from './secrets.ts';
import { staffForm, staffPage } from '../staff/form.ts';
import { pollHeartbeat } from '../staff/heartbeat.ts';
import { platformRoles, type Role, type Staff } from '../staff/session.ts';
import { providerView, type ProviderView } from './views/provider.ts';

const operators: readonly Role[] = ['operator'];

const doneTexts: Readonly<Record<string, string>> = {
  set: '已經儲存，下一次呼叫就用新的設定。',
  removed: '已經移除，改由參考資料提供者提供。',
  up: '剛才確認：可以取得。',
  down: '剛才確認：沒有回應，或回應不是 200。',
};

/**
 * Below `/operator/datasets/:id`: GET for all roles of the platform; POST `provider`, `provider/remove`, `heartbeat`
 * for operators only. An unknown dataset is 404, a form with mistakes 422.
 */
export function operatorProviderRoutes(app: Hono, platform: Platform): void {
  const { storage, datasets, config, keys } = platform;
  const base = '/operator/datasets/:id';

  const datasetOf = (c: Context): CatalogueEntry => {
    const dataset = (datasets as ReadonlyMap<string, CatalogueEntry>).get(c.req.param('id') ?? '');
    if (dataset) return dataset;
    throw new HttpError(404, 'dataset-unknown', {
      'zh-Hant': '目錄裡沒有這個資料集。請從「資料集」重新選擇。',
      en: 'There is no such dataset in the catalogue.',
    });
  };

  const show = async (
    c: Context,
    staff: Staff,
    more: Pick<ProviderView, 'typed' | 'mistakes' | 'done'> = {},
  ): Promise<Response> => {
    const dataset = datasetOf(c);
    const [entry, heartbeats, provider] = await Promise.all([
      storage.providerEntry(dataset.id),
      storage.heartbeats(),
      providerOf(platform, dataset.id),
    ]);
    const view = providerView({
      staff,
      test: config.environment === 'test',
      dataset,
      provider,
      entry,
      heartbeat: heartbeats.find(({ resourceId }) => resourceId === dataset.id),
      form: entry ? formOf(entry, openProvider(keys, entry)) : {},
      ...more,
    });
    return c.html(view, more.mistakes ? 422 : 200);
  };

  const after = async (
    c: Context,
    staff: Staff,
    changed: Changed,
    done: { readonly word: string; readonly typed?: ProviderForm },
  ): Promise<Response> =>
    changed.kind === 'changed'
      ? c.redirect(`/operator/datasets/${datasetOf(c).id}?done=${done.word}`, 303)
      : show(c, staff, { mistakes: changed.mistakes, ...(done.typed && { typed: done.typed }) });

  app.get(
    base,
    staffPage(platform, platformRoles, (c, staff) => show(c, staff, { done: doneTexts[c.req.query('done') ?? ''] })),
  );

  app.post(
    `${base}/provider`,
    staffForm(platform, operators, async (c, staff, form) =>
      after(c, staff, await setProvider(platform, staff, datasetOf(c).id, form), { word: 'set', typed: form }),
    ),
  );

  app.post(
    `${base}/provider/remove`,
    staffForm(platform, operators, async (c, staff, form) =>
      after(c, staff, await removeProvider(platform, staff, datasetOf(c).id, form['reason']), { word: 'removed' }),
    ),
  );

  app.post(
    `${base}/heartbeat`,
    staffForm(platform, operators, async (c) => {
      const { id } = datasetOf(c);
      const up = await pollHeartbeat(platform, id);
      return c.redirect(`/operator/datasets/${id}?done=${up ? 'up' : 'down'}`, 303);
    }),
  );
}
