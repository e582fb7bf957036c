/** Usage records of the person who is signed in. */
import type { Context, Hono } from 'hono';
import { HttpError } from '../../http/errors.ts';
import { fullRecord, recordsOf, type FullRecord, type UsageRecord } from './records.ts';
import { recordsCsv, recordsJson } from './records-export.ts';
import { shownDateFields } from '../../http/date-fields.ts';
import { dateFields, filterRecords, pageOf, readFilter, readSearch } from './records-filter.ts';
import { receiptOf, receiptText } from '../log/receipt.ts';
import type { OwnSession } from './session.ts';
import type { Platform } from '../platform.ts';
import { withdraw, withdrawable } from '../consent/withdrawal.ts';
import { recordView } from './views/record.ts';
import { recordsView } from './views/records.ts';
import type { MeDesk } from './desk.ts';

const notHere = (): HttpError =>
  new HttpError(404, 'record-unknown', {
    'zh-Hant': '找不到這筆紀錄。請回到「使用紀錄」重新選擇。',
    en: 'There is no such record.',
  });

/**
 * `/me/records…`, for who is signed in: the list, its exports as JSON and CSV under the same filter, one record with
 * its receipt, and taking a consent back. Another person's record is 404 `record-unknown`, like none.
 */
export function meRecordRoutes(app: Hono, platform: Platform, desk: MeDesk): void {
  const { clock } = platform;
  const { test } = desk;

  const filtered = async (c: Context, own: OwnSession): Promise<readonly UsageRecord[]> =>
    filterRecords(
      await recordsOf(platform, own.session.personHash),
      readFilter((name) => c.req.query(name)),
      clock.now(),
    );

  const ownRecord = async (c: Context, own: OwnSession): Promise<FullRecord> => {
    const record = await fullRecord(platform, own.session.personHash, c.req.param('txId') ?? '');
    if (!record) throw notHere();
    return record;
  };

  app.get(
    '/me/records',
    desk.page(async (c, own) => {
      const query = (name: string): string | undefined => c.req.query(name);
      const { filter, mistakes } = readSearch(query);
      const typed = dateFields(query);
      const all = await recordsOf(platform, own.session.personHash);
      const shown = pageOf(filterRecords(all, filter, clock.now()), c.req.query('page'));
      return c.html(
        recordsView({
          own,
          test,
          shown,
          filter,
          days: { from: shownDateFields(typed, 'from'), to: shownDateFields(typed, 'to') },
          mistakes,
          any: all.length > 0,
          wrongTries: await platform.storage.wrongTriesOf(own.session.personHash, 50),
          services: named(all.map(({ clientId, service }) => [clientId, service])),
          datasets: named(all.flatMap(({ datasets }) => datasets.map(({ id, name }) => [id, name['zh-Hant']]))),
        }),
        mistakes.length ? 422 : 200,
      );
    }),
  );

  const everything = async (c: Context, own: OwnSession): Promise<readonly FullRecord[]> => {
    const records = await filtered(c, own);
    const full = await Promise.all(records.map(({ txId }) => fullRecord(platform, own.session.personHash, txId)));
    return full.filter((record) => record !== undefined);
  };
  const today = (): string => clock.now().toISOString().slice(0, 10).replaceAll('-', '');

  app.get(
    '/me/records.json',
    desk.page(async (c, own) =>
      c.json(recordsJson(await everything(c, own), clock.now()), 200, {
        'content-disposition': `attachment; filename="mydata-records-${today()}.json"`,
      }),
    ),
  );
  app.get(
    '/me/records.csv',
    desk.page(async (c, own) =>
      c.body(recordsCsv(await everything(c, own)), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="mydata-records-${today()}.csv"`,
      }),
    ),
  );

  app.get(
    '/me/records/:txId',
    desk.page(async (c, own) => {
      const record = await ownRecord(c, own);
      const [later, receipt] = await Promise.all([
        withdrawable(platform, record.txId),
        receiptOf(platform, record.txId),
      ]);
      return c.html(
        recordView({
          own,
          test,
          record,
          withdrawable: later?.state === 'waiting',
          receipt: receipt !== undefined,
        }),
      );
    }),
  );

  app.get(
    '/me/records/:txId/receipt',
    desk.page(async (c, own) => {
      const { txId } = await ownRecord(c, own);
      const receipt = await receiptOf(platform, txId);
      if (!receipt)
        throw new HttpError(404, 'receipt-unknown', {
          'zh-Hant': '這筆紀錄沒有同意收據：您當時沒有同意，或紀錄已超過保存期限。',
          en: 'There is no receipt: no consent was given, or its year is over.',
        });
      return c.body(receiptText(receipt), 200, {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${receipt.filename}"`,
      });
    }),
  );

  app.post(
    '/me/records/:txId/withdraw',
    desk.form(async (c, own) => {
      const { txId } = await ownRecord(c, own);
      // Too late: the record says so.
      await withdraw(platform, txId);
      return c.redirect(`/me/records/${txId}`, 303);
    }),
  );
}

const named = (pairs: readonly (readonly [string, string])[]): readonly { id: string; name: string }[] =>
  [...new Map(pairs)].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, 'zh-Hant-TW'));
