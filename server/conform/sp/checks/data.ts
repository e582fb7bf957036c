/** How the service provider fetches. */
import { expect, passed, skipped, type Check } from '../../check.ts';
import {
  comeBack,
  deliver,
  fetchOf,
  newJourney,
  newSecretKey,
  stayQuiet,
  type Journey,
  type SpContext,
} from '../context.ts';
import type { Reply } from '../../listen.ts';

/** A journey whose data is answered so. */
async function answered(context: SpContext, answers: readonly Reply[], code = 200): Promise<Journey> {
  const journey = await newJourney(context);
  journey.transaction.answers = [...answers];
  await deliver(context, journey, { secretKey: newSecretKey() });
  await comeBack(context, journey, code);
  return journey;
}

/** How often may be asked within `quiet` where the answer says that there is nothing more to have. */
const fewTimes = 3;

const ends = (name: string, status: number, title: Check<SpContext>['title']): Check<SpContext> => ({
  id: `sp.data-${name}`,
  title,
  clause: 'interface 1.12',
  weight: 'must',
  async run(context) {
    const journey = await answered(context, [{ status }]);
    const { transaction } = journey;
    await fetchOf(context, transaction);
    await stayQuiet(context);
    const times = transaction.fetched.length;
    expect(
      times <= fewTimes,
      `回 ${status} 後仍一直來取(${times} 次)`,
      `asked ${times} times though the answer was ${status}`,
    );
    await comeBack(context, journey, 200);
    return passed;
  },
});

export const dataChecks: readonly Check<SpContext>[] = [
  {
    id: 'sp.data-ticket',
    title: {
      'zh-Hant': '取資料時以標頭帶 SP-API 收到的 permission_ticket;若帶 tx_id,要是同一筆',
      en: 'asks for data with the permission_ticket of the SP-API call as a header; a tx_id that comes along is the right one',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      const before = context.side.withoutTicket;
      const { transaction } = await answered(context, [{ status: 504 }]);
      const waited = await fetchOf(context, transaction).catch((error: unknown) => error);
      expect(
        context.side.withoutTicket === before,
        '取資料時沒有帶 permission_ticket',
        'data was asked for without permission_ticket',
      );
      if (waited) throw waited;
      const other = transaction.fetched.find(
        ({ txId }) => txId !== undefined && txId.toLowerCase() !== transaction.arrival.txId.toLowerCase(),
      );
      expect(!other, '標頭的 tx_id 是別筆的', 'the header tx_id is of another transaction');
      return passed;
    },
  },
  {
    id: 'sp.data-403-once',
    title: {
      'zh-Hant': '第一次取資料得到 403 時再試一次(平臺可能還沒記下 SP-API 的回應)',
      en: 'a first 403 for data is tried again: the platform may not have booked the SP-API’s answer yet',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const { transaction } = await answered(context, [{ status: 403 }, { status: 504 }]);
      await fetchOf(context, transaction, 2);
      return passed;
    },
  },
  {
    id: 'sp.data-429',
    title: {
      'zh-Hant': '得到 429 時等 Retry-After 過後再來取,不提早',
      en: 'after 429 asks again when Retry-After is over, and not before',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      const seconds = 2;
      const { transaction } = await answered(context, [
        { status: 429, headers: { 'retry-after': String(seconds) } },
        { status: 504 },
      ]);
      await fetchOf(context, transaction);
      const [first] = transaction.fetched;
      await fetchOf(context, transaction, 2);
      const waited = transaction.fetched[1]!.at - first!.at;
      // Clocks and timers are not exact.
      expect(
        waited >= seconds * 1000 - 100,
        `說 ${seconds} 秒,${Math.round(waited)} 毫秒後就來`,
        `told ${seconds} s, came after ${Math.round(waited)} ms`,
      );
      return passed;
    },
  },
  ends('201', 201, {
    'zh-Hant': '得到 201(已取過)時結束,不一直重取',
    en: '201, fetched already, ends it: no asking on and on',
  }),
  ends('504', 504, {
    'zh-Hant': '得到 504(資料都取不到)時結束,不一直重取',
    en: '504, nothing can be had, ends it: no asking on and on',
  }),
  {
    id: 'sp.data-one-fetch',
    title: { 'zh-Hant': '資料已取得後不再重取', en: 'what was had is not asked for again' },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const done = [...context.side.transactions.values()].find(({ fetched }) =>
        fetched.some(({ answered: status }) => status === 200),
      );
      if (!done) return skipped('還沒有取得過資料', 'nothing was fetched so far');
      const after = done.fetched.slice(done.fetched.findIndex(({ answered: status }) => status === 200) + 1);
      expect(!after.length, `取得後又取 ${after.length} 次`, `asked for ${after.length} times more`);
      return passed;
    },
  },
];
