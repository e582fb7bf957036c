/** The record of what the staff did; there is no route that changes it. */
import type { Hono } from 'hono';
import { recordAction } from '../../accounts/session.ts';
import { readPeriod, shownDateFields, withDays } from '../../http/date-fields.ts';
import type { FieldError } from '../../http/typed-fields.ts';
import type { Platform } from '../platform.ts';
import { badExport, exportAnswer, isExportFormat } from './export.ts';
import { staffForm, staffPage } from './form.ts';
import type { Role } from './session.ts';
import { afterTaipeiDay, fromTaipei, toTaipei } from './taipei-input.ts';
import { bounds } from './transfers.ts';
import type { ActionQuery, NumberedAction, PlatformStorage } from '../storage.ts';
import { actionsView, type ActionFilter } from './views/actions.ts';

const readers: readonly Role[] = ['operator', 'auditor'];
const pageRows = 100;

/**
 * `/operator/actions` for operators and auditors, 100 to a page, and the same as CSV or NDJSON. The export is an action
 * itself and is recorded before the file begins; with a filter that can't be read, 400 `export-invalid`.
 */
export function operatorActionRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config } = platform;

  app.get(
    '/operator/actions',
    staffPage(platform, readers, async (c, staff) => {
      const filter: ActionFilter = withDays(c.req.query(), ['from', 'until']);
      const { query, mistakes } = queryOf(filter);
      const before = /^\d{1,15}$/.test(c.req.query('before') ?? '') ? Number(c.req.query('before')) : undefined;
      const rows = mistakes.length ? [] : await storage.staffActions({ ...query, before, limit: pageRows + 1 });
      const { from, until, verb, who } = filter;
      return c.html(
        actionsView({
          staff,
          test: config.environment === 'test',
          actions: rows.slice(0, pageRows),
          people: await storage.staffAccounts(),
          filter: { from, until, verb, who },
          days: { from: shownDateFields(filter, 'from'), until: shownDateFields(filter, 'until') },
          mistakes,
          more: rows.length > pageRows,
        }),
        mistakes.length ? 422 : 200,
      );
    }),
  );

  app.post(
    '/operator/actions/export',
    staffForm(platform, readers, async (_c, staff, form) => {
      const format = form['format'];
      const { query, mistakes } = queryOf(form);
      if (mistakes.length || !isExportFormat(format)) throw badExport();
      const at = clock.now();
      await storage.commit([recordAction(staff, { verb: 'export-actions', object: format }, at)]);
      return exportAnswer({
        format,
        name: `staff-actions-${toTaipei(at).slice(0, 10)}`,
        parts: allActions(storage, query),
        columns: ['no', 'at', 'staff_id', 'staff_name', 'verb', 'object', 'reason'],
        cells: ({ no, at: when, staffId, staffName, verb, object, reason }) => [
          no,
          when.toISOString(),
          staffId,
          staffName,
          verb,
          object,
          reason,
        ],
        json: (action) => action,
      });
    }),
  );
}

function queryOf(filter: ActionFilter): {
  readonly query: Omit<ActionQuery, 'limit'>;
  readonly mistakes: readonly FieldError[];
} {
  const { from, until, mistakes } = readPeriod(filter, ...bounds);
  const { verb, who } = filter;
  return {
    query: {
      from: fromTaipei(from),
      until: afterTaipeiDay(until),
      verb: verb || undefined,
      staffId: who || undefined,
    },
    mistakes,
  };
}

async function* allActions(
  storage: Pick<PlatformStorage, 'staffActions'>,
  query: Omit<ActionQuery, 'limit'>,
): AsyncGenerator<readonly NumberedAction[], void> {
  let before: number | undefined;
  for (;;) {
    const part = await storage.staffActions({ ...query, before, limit: 500 });
    if (!part.length) return;
    yield part;
    before = part.at(-1)?.no;
  }
}
