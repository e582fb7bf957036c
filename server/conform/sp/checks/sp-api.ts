/** What the service provider answers when the platform calls. */
import { randomUUID } from 'node:crypto';
import type { Outcome as Answered } from '#server/calls/call.ts';
import { expect, passed, skipped, type Check } from '../../check.ts';
import {
  comeBack,
  deliver,
  newJourney,
  newSecretKey,
  postSpApi,
  spApiBody,
  stayQuiet,
  type SpContext,
} from '../context.ts';

const atOnceMs = 3_000;

/** A call that is no good: refused, and nothing broke. */
function expectRefused(answer: Answered): void {
  const got = answer.kind === 'answer' ? `HTTP ${answer.status}` : answer.kind;
  expect(
    answer.kind === 'answer' && answer.status >= 400 && answer.status < 500,
    `應回 4xx,卻是 ${got}`,
    `must be answered 4xx, not ${got}`,
  );
}

const refused = (
  name: string,
  title: Check<SpContext>['title'],
  bodyOf: (context: SpContext) => Promise<unknown> | unknown,
): Check<SpContext> => ({
  id: `sp.sp-api-${name}`,
  title,
  clause: 'interface 1.9, interface 1.10',
  weight: 'must',
  async run(context) {
    expectRefused(await postSpApi(context, await bodyOf(context)));
    return passed;
  },
});

export const spApiChecks: readonly Check<SpContext>[] = [
  {
    id: 'sp.sp-api-at-once',
    title: {
      'zh-Hant': 'SP-API 馬上回 200,之後才取資料',
      en: 'the SP-API answers 200 at once, and fetches afterwards',
    },
    clause: 'interface 1.10',
    weight: 'must',
    async run(context) {
      const journey = await newJourney(context);
      const begun = performance.now();
      await deliver(context, journey, { secretKey: newSecretKey() });
      const took = Math.round(performance.now() - begun);
      expect(took <= atOnceMs, `${took} 毫秒後才回應`, `answered after ${took} ms only`);
      expect(
        !journey.transaction.fetched.some(({ early }) => early),
        '還沒回應 SP-API 就來取資料',
        'asked for data before the SP-API had answered',
      );
      return passed;
    },
  },
  {
    id: 'sp.sp-api-status',
    title: { 'zh-Hant': 'SP-API 回的是 200,不是 201', en: 'the SP-API answers 200, not 201' },
    clause: 'interface 1.10',
    weight: 'should',
    async run(context) {
      const { transaction } = await newJourney(context);
      const answer = await postSpApi(context, spApiBody(context, transaction, { secretKey: newSecretKey() }));
      const got = answer.kind === 'answer' ? answer.status : answer.kind;
      expect(got === 200, `回的是 ${got}`, `it is ${got}`);
      return passed;
    },
  },
  refused(
    'not-json',
    { 'zh-Hant': 'SP-API 收到的不是 JSON 時回 4xx', en: 'what is no JSON is answered 4xx by the SP-API' },
    () => '{"tx_id": ',
  ),
  refused(
    'empty',
    { 'zh-Hant': 'SP-API 收到空物件時回 4xx', en: 'an empty object is answered 4xx by the SP-API' },
    () => ({}),
  ),
  refused(
    'unknown-tx',
    { 'zh-Hant': 'SP-API 收到不認識的 tx_id 時回 4xx', en: 'an unknown tx_id is answered 4xx by the SP-API' },
    async (context) => {
      const { transaction } = await newJourney(context);
      return { ...spApiBody(context, transaction, { secretKey: newSecretKey() }), tx_id: randomUUID() };
    },
  ),
  refused(
    'secret-key',
    {
      'zh-Hant': 'secret_key 解不開時 SP-API 回 4xx',
      en: 'a secret_key that cannot be decrypted is answered 4xx by the SP-API',
    },
    async (context) => {
      const { transaction } = await newJourney(context);
      return { ...spApiBody(context, transaction, {}), secret_key: Buffer.alloc(48, 7).toString('base64') };
    },
  ),
  refused(
    'no-ticket',
    {
      'zh-Hant': '沒有 permission_ticket 時 SP-API 回 4xx',
      en: 'a call without permission_ticket is answered 4xx by the SP-API',
    },
    async (context) => {
      const { transaction } = await newJourney(context);
      return { ...spApiBody(context, transaction, { secretKey: newSecretKey() }), permission_ticket: undefined };
    },
  ),
  {
    id: 'sp.sp-api-key',
    title: {
      'zh-Hant': '登錄了 apiKey 時,不帶或帶錯的呼叫回 4xx',
      en: 'where an apiKey is registered, a call with none or another is answered 4xx',
    },
    clause: 'interface 1.9',
    weight: 'should',
    async run(context) {
      if (context.client.apiKey === undefined) return skipped('沒有登錄 apiKey', 'no apiKey is registered');
      for (const apiKey of [undefined, 'another']) {
        const { transaction } = await newJourney(context);
        expectRefused(
          await postSpApi(context, { ...spApiBody(context, transaction, { secretKey: newSecretKey() }), apiKey }),
        );
      }
      return passed;
    },
  },
  {
    id: 'sp.sp-api-repeated',
    title: { 'zh-Hant': '同樣的呼叫再來一次,回應相同', en: 'the same call made again is answered the same' },
    clause: 'interface 1.9',
    weight: 'should',
    async run(context) {
      const { transaction } = await newJourney(context);
      const body = spApiBody(context, transaction, { secretKey: newSecretKey() });
      const statuses: unknown[] = [];
      for (let times = 0; times < 2; times += 1) {
        const answer = await postSpApi(context, body);
        statuses.push(answer.kind === 'answer' ? answer.status : answer.kind);
      }
      expect(
        statuses[0] === statuses[1],
        `先 ${statuses[0]},後 ${statuses[1]}`,
        `first ${statuses[0]}, then ${statuses[1]}`,
      );
      return passed;
    },
  },
  {
    id: 'sp.unable-to-deliver',
    title: {
      'zh-Hant': '平臺說資料取不到(unable_to_deliver,沒有 secret_key)時 SP-API 回 200,不來取資料,返回頁面正常',
      en: 'unable_to_deliver, without secret_key, is answered 200; no data is asked for, and the return ends on a page',
    },
    clause: 'interface 1.9',
    weight: 'must',
    async run(context) {
      const journey = await newJourney(context);
      const { transaction } = journey;
      transaction.status = '504';
      transaction.answers = [{ status: 504 }];
      const failing = Buffer.from(transaction.arrival.resources, 'base64').toString('utf8').split(':').slice(0, 1);
      const answer = await postSpApi(
        context,
        spApiBody(context, transaction, { more: { unable_to_deliver: failing } }),
      );
      const got = answer.kind === 'answer' ? `HTTP ${answer.status}` : answer.kind;
      expect(
        answer.kind === 'answer' && answer.status === 200,
        `應回 200,卻是 ${got}`,
        `must be answered 200, not ${got}`,
      );
      transaction.accepted = true;
      await comeBack(context, journey, 504);
      await stayQuiet(context);
      expect(!transaction.fetched.length, '還是來取資料', 'data was asked for all the same');
      return passed;
    },
  },
];
