/** From consent to the way back. */
import { expect, passed, skipped, type Check } from '../../check.ts';
import { delivered, getService, goThrough, ownQuery, spApiDelay, type PlatformContext } from '../context.ts';
import { isUuidLike } from '#schemas/uuid.ts';

export const deliveryChecks: readonly Check<PlatformContext>[] = [
  {
    id: 'platform.sp-api-call',
    title: {
      'zh-Hant': '同意後呼叫 SP-API 一次:JSON,含 tx_id、permission_ticket(UUID)、secret_key',
      en: 'after consent the SP-API is called, once, in JSON, with tx_id, permission_ticket (a UUID) and secret_key',
    },
    clause: 'interface 1.9',
    weight: 'must',
    async run(context) {
      const { call, calls, txId, ticket } = await delivered(context);
      expect(calls.length === 1, `呼叫了 ${calls.length} 次`, `called ${calls.length} times`);
      expect(/^application\/json\b/i.test(call.contentType), '不是 application/json', 'it is not application/json');
      expect(call.body['tx_id'] === txId, 'tx_id 不是這一筆', 'tx_id is another');
      expect(isUuidLike(ticket), 'permission_ticket 不是 UUID', 'permission_ticket is no UUID');
      expect(
        !('unable_to_deliver' in call.body),
        '資料齊全卻有 unable_to_deliver',
        'unable_to_deliver though all was had',
      );
      return passed;
    },
  },
  {
    id: 'platform.sp-api-secret-key',
    title: { 'zh-Hant': 'secret_key 解開後是 32 個字元', en: 'secret_key decrypts to 32 characters' },
    clause: 'interface 1.9',
    weight: 'must',
    async run(context) {
      const { secretKey } = await delivered(context);
      expect(
        /^[\x21-\x7e]{32}$/.test(secretKey),
        `是 ${secretKey.length} 個字元`,
        `it has ${secretKey.length} characters`,
      );
      return passed;
    },
  },
  {
    id: 'platform.sp-api-key',
    title: { 'zh-Hant': '登錄了 apiKey 時,呼叫帶著它', en: 'where an apiKey is registered, the call carries it' },
    clause: 'interface 1.9',
    weight: 'must',
    async run(context) {
      const { apiKey } = context.client;
      if (apiKey === undefined) return skipped('沒有登錄 apiKey', 'no apiKey is registered');
      const { call } = await delivered(context);
      expect(call.body['apiKey'] === apiKey, 'apiKey 不同或沒有', 'apiKey is another, or missing');
      return passed;
    },
  },
  {
    id: 'platform.back-after-answer',
    title: {
      'zh-Hant': 'SP-API 回應之後才把民眾送回',
      en: 'the resident is sent back only after the SP-API has answered',
    },
    clause: 'interface 1.10, interface 1.11',
    weight: 'should',
    async run(context) {
      const { call, backAt } = await delivered(context);
      const early = call.answeredAt === undefined || backAt < call.answeredAt;
      expect(
        !early,
        `SP-API 要 ${spApiDelay} 毫秒,民眾已先回來`,
        `back before the SP-API had answered, which took ${spApiDelay} ms`,
      );
      return passed;
    },
  },
  {
    id: 'platform.back-200',
    title: {
      'zh-Hant': '帶 code=200 與加密的 tx_id 返回,後面接原來的查詢字串',
      en: 'back with code=200 and the encrypted tx_id, then the original query as it came',
    },
    clause: 'interface 1.11',
    weight: 'must',
    async run(context) {
      const { code, backTxId, txId, back } = await delivered(context);
      expect(code === 200, `代碼是 ${code}`, `the code is ${code}`);
      expect(backTxId === txId, 'tx_id 不是這一筆', 'tx_id is another, or cannot be decrypted');
      expect(back.search.endsWith(`&${ownQuery}`), '原來的查詢字串變了', 'the original query has changed');
      return passed;
    },
  },
  {
    id: 'platform.back-declined',
    title: { 'zh-Hant': '民眾不同意:205,不呼叫 SP-API', en: 'the resident declines: 205, and no SP-API call' },
    clause: 'interface 1.8, interface 1.11',
    weight: 'must',
    async run(context) {
      const { code, calls, backTxId, txId } = await goThrough(context, { decision: 'refuse' });
      expect(code === 205, `代碼是 ${code}`, `the code is ${code}`);
      expect(backTxId === txId, '沒有帶這一筆的 tx_id', 'without the tx_id of this transaction');
      expect(!calls.length, '卻呼叫了 SP-API', 'the SP-API was called all the same');
      return passed;
    },
  },
  {
    id: 'platform.back-other-person',
    title: {
      'zh-Hant': '驗證的人不是 pid 的人:409,不呼叫 SP-API',
      en: 'another person than the pid’s proves identity: 409, and no SP-API call',
    },
    clause: 'interface 1.6',
    weight: 'must',
    async run(context) {
      const [one, other] = context.residents;
      if (!one || !other) return skipped('需要兩位測試民眾(--residents)', 'two test persons are needed (--residents)');
      const { code, calls } = await goThrough(context, { pidOf: one, resident: other });
      expect(code === 409, `代碼是 ${code}`, `the code is ${code}`);
      expect(!calls.length, '卻呼叫了 SP-API', 'the SP-API was called all the same');
      return passed;
    },
  },
  {
    id: 'platform.back-not-accepted',
    title: {
      'zh-Hant': 'SP-API 沒有接受:410,資料也取不到(403)',
      en: 'the SP-API does not accept: 410, and no data either, 403',
    },
    clause: 'interface 1.10',
    weight: 'must',
    async run(context) {
      const { code, calls } = await goThrough(context, { answer: 500 });
      expect(code === 410, `代碼是 ${code}`, `the code is ${code}`);
      const ticket = String(calls[0]?.body['permission_ticket']);
      const { status } = await getService(context, 'data', { permission_ticket: ticket });
      expect(status === 403, `取資料得到 ${status}`, `data was answered ${status}`);
      return passed;
    },
  },
];
