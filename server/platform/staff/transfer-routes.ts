/** Transfer records for operators and auditors. */
import type { Hono } from 'hono';
import { recordAction } from '../../accounts/session.ts';
import { shownDateFields, withDays } from '../../http/date-fields.ts';
import { HttpError } from '../../http/errors.ts';
import type { Platform } from '../platform.ts';
import { badExport, exportAnswer, isExportFormat } from './export.ts';
import { staffForm, staffPage } from './form.ts';
import type { Role } from './session.ts';
import { exportTransfers, filterNames, lookUpPerson, transferQuery, type TransferFilter } from './transfers.ts';
import { toTaipei } from './taipei-input.ts';
import { personTransfersView, transferView, transfersView } from './views/transfers.ts';

const readers: readonly Role[] = ['operator', 'auditor'];
const pageRows = 50;

/**
 * `/operator/transfers…` for operators and auditors, 50 to a page, with an export that is recorded. The records of one
 * person are for operators only, with a reason: each look-up is recorded. An unknown transfer is 404
 * `transfer-unknown`.
 */
export function operatorTransferRoutes(app: Hono, platform: Platform): void {
  const { storage, clock, config, datasets } = platform;
  const test = config.environment === 'test';
  const known = async () => ({ test, datasets, clients: await platform.clients.list() });

  app.get(
    '/operator/transfers',
    staffPage(platform, readers, async (c, staff) => {
      const filter: TransferFilter = withDays(c.req.query(), ['from', 'until']);
      const { query, mistakes } = transferQuery(filter, pageRows + 1);
      const rows = mistakes.length ? [] : await storage.transfers(query);
      const view = transfersView({
        staff,
        ...(await known()),
        filter,
        days: { from: shownDateFields(filter, 'from'), until: shownDateFields(filter, 'until') },
        mistakes,
        rows: rows.slice(0, pageRows),
        more: rows.length > pageRows,
      });
      return c.html(view, mistakes.length ? 422 : 200);
    }),
  );

  app.post(
    '/operator/transfers/export',
    staffForm(platform, readers, async (_c, staff, form) => {
      const { query, mistakes } = transferQuery(form, 200);
      const format = form['format'];
      if (mistakes.length || !isExportFormat(format)) throw badExport();
      const at = clock.now();
      const object = filterNames.flatMap((name) => (form[name] ? [`${name}=${form[name]}`] : [])).join(' ') || 'all';
      await storage.commit([recordAction(staff, { verb: 'export-transfers', object: `${format} ${object}` }, at)]);
      const clients = new Map((await platform.clients.list()).map(({ clientId, name }) => [clientId, name]));
      return exportAnswer({
        format,
        name: `transfers-${toTaipei(at).slice(0, 10)}`,
        parts: exportTransfers(storage, query),
        columns: [
          'tx_id',
          'started_at',
          'ended_at',
          'client_id',
          'service',
          'resources',
          'method',
          'code',
          'events',
          'person_hash',
        ],
        cells: ({ transaction, events }) => [
          transaction.txId,
          transaction.startedAt.toISOString(),
          transaction.endedAt?.toISOString(),
          transaction.clientId,
          clients.get(transaction.clientId),
          transaction.resources.join(' '),
          transaction.method,
          transaction.code,
          events.map(({ number, ok }) => `${number}${ok ? '' : '!'}`).join(' '),
          transaction.personHash,
        ],
        json: ({ transaction, events }) => ({
          tx_id: transaction.txId,
          started_at: transaction.startedAt,
          ended_at: transaction.endedAt,
          client_id: transaction.clientId,
          service: clients.get(transaction.clientId),
          resources: transaction.resources,
          method: transaction.method,
          code: transaction.code,
          person_hash: transaction.personHash,
          events: events.map(({ at: when, number, source, ok, resourceId }) => ({
            at: when,
            event: number,
            source,
            ok,
            resource_id: resourceId,
          })),
        }),
      });
    }),
  );

  // Before `/:tx`, which would take it for a transaction.
  app.get(
    '/operator/transfers/person',
    staffPage(platform, ['operator'], async (c, staff) => c.html(personTransfersView({ staff, ...(await known()) }))),
  );

  app.post(
    '/operator/transfers/person',
    staffForm(platform, ['operator'], async (c, staff, form) => {
      const reason = (form['reason'] ?? '').slice(0, 200);
      const looked = await lookUpPerson(platform, staff, { nationalId: form['nationalId'] ?? '', reason });
      const view = personTransfersView({
        staff,
        ...(await known()),
        reason,
        ...(looked.kind === 'found' ? { rows: looked.rows } : { mistakes: looked.mistakes }),
      });
      return c.html(view, looked.kind === 'found' ? 200 : 422);
    }),
  );

  app.get(
    '/operator/transfers/:tx',
    staffPage(platform, readers, async (c, staff) => {
      const transaction = await storage.transaction(c.req.param('tx') ?? '');
      if (!transaction) throw noTransfer();
      const events = await storage.events(transaction.txId);
      return c.html(transferView({ staff, ...(await known()), transaction, events }));
    }),
  );
}

const noTransfer = (): HttpError =>
  new HttpError(404, 'transfer-unknown', { 'zh-Hant': '找不到這筆傳輸。', en: 'There is no such transfer.' });
