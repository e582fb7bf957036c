/** How a transaction came out, in words for the person whose data it is. */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';
import { lifetimes } from '../../lifetimes.ts';
import { eventNumbers } from '../log/events.ts';
import type { Transaction, TransferEvent } from '../storage.ts';

export const outcomeKinds = {
  delivered: '資料已交出',
  open: '進行中',
  refused: '您沒有同意',
  'not-delivered': '沒有交出資料',
} as const;

export type OutcomeKind = keyof typeof outcomeKinds;

/** Of a text from an address. */
export const isOutcomeKind = (text: string | undefined): text is OutcomeKind =>
  text !== undefined && Object.hasOwn(outcomeKinds, text);

export interface Outcome {
  readonly kind: OutcomeKind;
  /** One line. */
  readonly words: string;
}

/**
 * What was fetched counts before the transaction's code. Without a code it is open, until 8 hours after the last event.
 * @param events oldest first @param self a self-download, which has words of its own
 */
export function outcomeOf(
  { code, startedAt }: Pick<Transaction, 'code' | 'startedAt'>,
  events: readonly TransferEvent[],
  { self, now }: { readonly self: boolean; readonly now: Date },
): Outcome {
  const happened = (number: number): boolean => events.some((event) => event.number === number && event.ok);
  if (happened(eventNumbers['service provider fetched']))
    return { kind: 'delivered', words: self ? '您已儲存，平臺的副本已刪除' : '服務已取得資料，平臺的副本已刪除' };
  if (!self && events.some(({ number, ok }) => number === eventNumbers['service provider fetched'] && !ok))
    return { kind: 'not-delivered', words: '服務來取過，但沒有完成接收；平臺的副本已刪除' };
  if (code === undefined) {
    // Kept 8 hours from the last answer at the longest: what is older came to no end, and left nothing.
    const last = events.at(-1)?.at ?? startedAt;
    return now.getTime() - last.getTime() > lifetimes.storedData.ms
      ? { kind: 'not-delivered', words: '沒有完成，沒有交出任何資料' }
      : { kind: 'open', words: '進行中' };
  }
  if (code === 200 && !self) {
    // Agreed to, told, and waiting to be fetched; gone when its time is over.
    const deleted = happened(eventNumbers['platform deleted']);
    const last = events.at(-1)?.at ?? startedAt;
    return deleted
      ? { kind: 'not-delivered', words: `服務沒有在 ${lifetimes.storedData.ms / 3_600_000} 小時內取走，資料已刪除` }
      : {
          kind: 'open',
          // Of a counter nobody is told: the person goes there.
          words: `${happened(eventNumbers['SP-API called']) ? '已通知服務，等候取走' : '等您到櫃檯出示條碼'}（最多 8 小時，自 ${hourOf(last)} 起）`,
        };
  }
  return endings(self)[code] ?? { kind: 'not-delivered', words: '沒有完成，沒有交出任何資料' };
}

const hourOf = (at: Date): string => localInTaiwan(at).slice(11, 16);

const not = (words: string): Outcome => ({ kind: 'not-delivered', words });

const endings = (self: boolean): Readonly<Record<number, Outcome | undefined>> =>
  self
    ? {
        200: not('機關沒有您的這項紀錄'),
        205: { kind: 'refused', words: '您取消了下載，沒有留下資料' },
        408: not('超過 8 小時沒有儲存，資料已刪除'),
        504: not('機關暫時無法提供，沒有取得資料'),
      }
    : {
        205: { kind: 'refused', words: '您沒有同意，沒有交出任何資料' },
        408: not('逾時沒有完成，沒有交出任何資料'),
        409: not('驗證的人與申請人不同，沒有交出任何資料'),
        410: not('服務沒有接受通知，沒有交出任何資料'),
        504: not('機關暫時無法提供，沒有交出任何資料'),
      };
