/** Transfer records 傳輸紀錄 for the console: searching, exporting, and the records of one person, which leaves a trace. */
import { recordAction } from '../../accounts/session.ts';
import { namesNationalId } from '#schemas/taiwan/national-id.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import { readPeriod } from '../../http/date-fields.ts';
import { refusalText, type FieldError } from '../../http/typed-fields.ts';
import { personHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { PlatformStorage, Transaction, TransferEvent, TransferQuery } from '../storage.ts';
import type { Staff } from './session.ts';
import { afterTaipeiDay, fromTaipei } from './taipei-input.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';

export type TransferFilter = Readonly<
  Partial<Record<'from' | 'until' | 'client' | 'dataset' | 'code' | 'tx' | 'below', string>>
>;

export const filterNames = ['from', 'until', 'client', 'dataset', 'code', 'tx'] as const;

/** Days of the searches of the console. */
export const bounds = [
  ['from', '起日'],
  ['until', '迄日'],
] as const;

/** What cannot be read is named and not ignored: a filter that silently falls away shows too much. */
export function transferQuery(
  filter: TransferFilter,
  limit: number,
): { readonly query: TransferQuery; readonly mistakes: readonly FieldError[] } {
  const period = readPeriod(filter, ...bounds);
  const mistakes: FieldError[] = [...period.mistakes];
  const given = (name: keyof TransferFilter): string | undefined => withoutSpaces(filter[name] ?? '') || undefined;
  const take = <T>(name: keyof TransferFilter, read: (text: string) => T | undefined, text: string): T | undefined => {
    const typed = given(name);
    const value = typed === undefined ? undefined : read(typed);
    if (typed !== undefined && value === undefined) mistakes.push({ field: name, text });
    return value;
  };
  const query: TransferQuery = {
    from: fromTaipei(period.from),
    until: afterTaipeiDay(period.until),
    clientId: take('client', like(/^CLI\.[A-Za-z0-9]{10}$/), '服務代號是 CLI. 加 10 個英數字。'),
    resourceId: take('dataset', like(/^API\.\w{1,32}$/), '資料集代號是 API. 開頭。'),
    code: take('code', (text) => (/^\d{3}$/.test(text) ? Number(text) : undefined), '代碼是三位數字。'),
    txId: take('tx', like(/^[\w.:-]{1,64}$/), '交易編號的格式不正確。'),
    below: take('below', readBelow, '頁碼無法讀取。'),
    limit,
  };
  return { query, mistakes };
}

const like =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;

/** `milliseconds.txId` of the last record on the page before. */
export const belowOf = ({ startedAt, txId }: Transaction): string => `${startedAt.getTime()}.${txId}`;

function readBelow(text: string): TransferQuery['below'] {
  const [, ms = '', txId = ''] = /^(\d{1,14})\.(.{1,64})$/.exec(text) ?? [];
  return ms ? { startedAt: new Date(Number(ms)), txId } : undefined;
}

export interface TransferRow {
  readonly transaction: Transaction;
  readonly events: readonly TransferEvent[];
}

/** All that match, newest first, 200 at a time. */
export async function* exportTransfers(
  storage: Pick<PlatformStorage, 'transfers' | 'events'>,
  query: TransferQuery,
): AsyncGenerator<readonly TransferRow[], void> {
  let below = query.below;
  for (;;) {
    const part = await storage.transfers({ ...query, below, limit: 200 });
    if (!part.length) return;
    yield await Promise.all(
      part.map(async (transaction) => ({ transaction, events: await storage.events(transaction.txId) })),
    );
    below = part.at(-1);
  }
}

export type PersonLookup =
  | { readonly kind: 'found'; readonly rows: readonly Transaction[] }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly { field: string; text: string }[] };

/** The id is typed, hashed and forgotten; the reason stays in the record of actions. */
export async function lookUpPerson(
  platform: Platform,
  staff: Staff,
  { nationalId, reason }: { readonly nationalId: string; readonly reason: string },
): Promise<PersonLookup> {
  const { storage, clock, keys } = platform;
  const read = readNationalId(nationalId);
  const mistakes = [
    ...(isRead(read) ? [] : [{ field: 'nationalId', text: refusalText('身分證統一編號', read) }]),
    ...(reason.trim().length >= 5
      ? []
      : [{ field: 'reason', text: '請寫下查詢的原因，例如來文字號（至少 5 個字）。' }]),
    // It is kept for years, and others read it.
    ...(namesNationalId(reason)
      ? [{ field: 'reason', text: '原因會留在操作紀錄裡，請不要寫身分證字號，改寫來文字號。' }]
      : []),
  ];
  if (mistakes.length || !isRead(read)) return { kind: 'mistakes', mistakes };
  const hash = personHash(keys.hashKey, read.value);
  await storage.commit([
    recordAction(
      staff,
      { verb: 'look-up-person', object: `person ${hash.slice(0, 16)}`, reason: reason.trim() },
      clock.now(),
    ),
  ]);
  return { kind: 'found', rows: await storage.transfers({ personHash: hash, limit: 500 }) };
}
