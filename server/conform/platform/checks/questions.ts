/** The other questions that service and data providers ask. */
import { createCipheriv, randomUUID } from 'node:crypto';
import type { Answer } from '#server/calls/call.ts';
import { jsonOf } from '#server/calls/json.ts';
import { ask } from '../../ask.ts';
import { expect, passed, skipped, type Check } from '../../check.ts';
import { arrive, delivered, expectOpened, fetched, getService, type PlatformContext } from '../context.ts';

const kinds = ['CER', 'MOE', 'TFD', 'NHI', 'PII', 'GOV', 'FIC', 'FCH', 'FCS', 'OTP'];

function expectStatus({ status }: Answer, due: number): void {
  expect(status === due, `應是 ${due},卻是 ${status}`, `must be ${due}, not ${status}`);
}

/** `uid` of uid_valid: AES-192-ECB, the key is `secret_key` decoded as Base64. */
function uidOf(secretKey: string, nationalId: string): string | undefined {
  const key = Buffer.from(secretKey, 'base64');
  if (key.length !== 24) return undefined;
  const cipher = createCipheriv('aes-192-ecb', key, null);
  return Buffer.concat([cipher.update(nationalId, 'utf8'), cipher.final()]).toString('base64url');
}

export const questionChecks: readonly Check<PlatformContext>[] = [
  {
    id: 'platform.txid-status-unknown',
    title: {
      'zh-Hant': 'txid_status 的 tx_id 不認識或沒有:403,沒有內容',
      en: 'txid_status of an unknown or missing tx_id: 403, no body',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      for (const headers of [{ tx_id: randomUUID() }, {} as Record<string, string>]) {
        const answer = await getService(context, 'txid_status', headers);
        expectStatus(answer, 403);
        expect(!answer.bytes.length, '卻有內容', 'there is a body');
      }
      return passed;
    },
  },
  {
    id: 'platform.txid-status-begun',
    title: {
      'zh-Hant': 'txid_status 在民眾還在平臺時是 "429"(文字)',
      en: 'txid_status is "429", a text, while the resident is on the platform',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const txId = randomUUID();
      expectOpened(await arrive(context, { txId }));
      const answer = await getService(context, 'txid_status', { tx_id: txId });
      expectStatus(answer, 200);
      const code = jsonOf(answer)?.['code'];
      expect(code === '429', `是 ${JSON.stringify(code)}`, `it is ${JSON.stringify(code)}`);
      return passed;
    },
  },
  {
    id: 'platform.txid-status-fetched',
    title: {
      'zh-Hant': 'txid_status 在資料取走後是 "201"(文字)',
      en: 'txid_status is "201", a text, when the data was fetched',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      await fetched(context);
      const { txId } = await delivered(context);
      const answer = await getService(context, 'txid_status', { tx_id: txId });
      expectStatus(answer, 200);
      const { code, text } = jsonOf(answer) ?? {};
      expect(
        code === '201' && typeof text === 'string',
        `code 是 ${JSON.stringify(code)}`,
        `code is ${JSON.stringify(code)}`,
      );
      return passed;
    },
  },
  {
    id: 'platform.type-valid',
    title: {
      'zh-Hant': 'type_valid 說出驗證方式,不認識的 tx_id 是 403',
      en: 'type_valid tells how identity was proved; an unknown tx_id is 403',
    },
    clause: 'interface 1.12',
    weight: 'must',
    async run(context) {
      expectStatus(await getService(context, 'type_valid', { tx_id: randomUUID() }), 403);
      const { txId } = await delivered(context);
      const answer = await getService(context, 'type_valid', { tx_id: txId });
      expectStatus(answer, 200);
      const said = String(jsonOf(answer)?.['verification']);
      expect(kinds.includes(said), `verification 是 ${said}`, `verification is ${said}`);
      return passed;
    },
  },
  {
    id: 'platform.uid-valid',
    title: {
      'zh-Hant': 'uid_valid 對本人是 true,對別人是 false(布林值)',
      en: 'uid_valid is true for the person and false for another, as a Boolean',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const { ticket, secretKey } = await delivered(context);
      const [own = ''] = context.residents.map(({ nationalId }) => nationalId);
      for (const [person, due] of [
        [own, true],
        ['A100000001', false],
      ] as const) {
        const uid = uidOf(secretKey, person);
        if (uid === undefined) return skipped('secret_key 解不成 24 位元組', 'secret_key decodes to no 24 bytes');
        const answer = await getService(context, 'uid_valid', { permission_ticket: ticket, uid });
        expectStatus(answer, 200);
        const code = jsonOf(answer)?.['code'];
        expect(code === due, `應是 ${due},卻是 ${JSON.stringify(code)}`, `must be ${due}, not ${JSON.stringify(code)}`);
      }
      return passed;
    },
  },
  {
    id: 'platform.uid-valid-refused',
    title: {
      'zh-Hant': 'uid_valid 的票不認識:{"code":false};缺標頭或 uid 讀不懂:403',
      en: 'uid_valid with an unknown ticket: {"code":false}; a header missing or a uid that cannot be read: 403',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const { ticket, secretKey } = await delivered(context);
      const uid = uidOf(secretKey, 'A100000001') ?? '';
      const unknown = await getService(context, 'uid_valid', { permission_ticket: randomUUID(), uid });
      expectStatus(unknown, 200);
      expect(jsonOf(unknown)?.['code'] === false, '應是 false', 'must be false');
      expectStatus(await getService(context, 'uid_valid', { permission_ticket: ticket }), 403);
      expectStatus(await getService(context, 'uid_valid', { uid }), 403);
      expectStatus(await getService(context, 'uid_valid', { permission_ticket: ticket, uid: 'unreadable' }), 403);
      return passed;
    },
  },
  {
    id: 'platform.resources',
    title: {
      'zh-Hant': 'find_all_resources 列出資料集:resource_id、dep、name、link、cate、status(01 正常、00 維護)',
      en: 'find_all_resources lists datasets: resource_id, dep, name, link, cate, status (01 up, 00 maintenance)',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const answer = await ask(context.tools, `${context.url}/find_all_resources`);
      expectStatus(answer, 200);
      const rows = JSON.parse(answer.bytes.toString('utf8')) as unknown;
      expect(Array.isArray(rows) && rows.length, '不是陣列,或是空的', 'no array, or empty');
      for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
        const missing = ['resource_id', 'dep', 'name', 'link', 'cate', 'status'].filter(
          (name) => typeof row[name] !== 'string',
        );
        expect(!missing.length, `缺 ${missing.join('、')}`, `lacks ${missing.join(', ')}`);
        expect(
          ['01', '00'].includes(String(row['status'])),
          `status 是 ${row['status']}`,
          `status is ${row['status']}`,
        );
      }
      return passed;
    },
  },
  {
    id: 'platform.counter-page',
    title: {
      'zh-Hant': '臨櫃服務有自己的頁面 /service/counter/{client_id}',
      en: 'a counter service has its page, /service/counter/{client_id}',
    },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const counter = [context.client, ...context.clients].find(({ modes }) => modes?.includes('counter'));
      if (!counter)
        return skipped('沒有登錄臨櫃(modes)的服務', 'no client of the file is registered for counters (modes)');
      expectStatus(await getService(context, `counter/${counter.clientId}`), 200);
      return passed;
    },
  },
  ...(['sp', 'dp'] as const).map((side): Check<PlatformContext> => ({
    id: `platform.log-${side}`,
    title:
      side === 'sp'
        ? {
            'zh-Hant': 'POST /log/sp:缺時間 400,缺 client_id 403,查得到自己的紀錄',
            en: 'POST /log/sp: 400 without times, 403 without client_id, and it tells one’s own records',
          }
        : {
            'zh-Hant': 'POST /log/dp:缺時間 400,缺 resource_id 403',
            en: 'POST /log/dp: 400 without times, 403 without resource_id',
          },
    clause: 'interface 1.12',
    weight: 'should',
    async run(context) {
      const post = (body: object): Promise<Answer> =>
        ask(context.tools, `${context.url}/log/${side}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
      const [today, tomorrow] = [0, 1].map((days) =>
        taipeiDay(new Date(context.tools.now().getTime() + days * 86_400_000)),
      );
      const times = { stime: today, etime: tomorrow };
      const id = side === 'sp' ? { client_id: context.client.clientId } : { resource_id: context.resources[0] };
      expectStatus(await post({ ...id }), 400);
      expectStatus(await post({ ...times }), 403);
      if (side === 'dp') return passed;
      const { txId } = await delivered(context);
      const answer = await post({ ...id, ...times, tx_id: [txId], event: [] });
      expectStatus(answer, 200);
      const said = jsonOf(answer) ?? {};
      expect(said['client_id'] === context.client.clientId, 'client_id 不同', 'client_id is another');
      const rows = Array.isArray(said['data']) ? (said['data'] as readonly Readonly<Record<string, unknown>>[]) : [];
      expect(rows.length, '沒有任何紀錄', 'there are no records');
      expect(
        rows.every((row) => row['tx_id'] === txId),
        '有別筆的紀錄',
        'records of other transactions are among them',
      );
      const ctime = rows.every((row) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(row['ctime'])));
      expect(ctime, 'ctime 不是 yyyy-MM-dd HH:mm:ss', 'ctime is not yyyy-MM-dd HH:mm:ss');
      return passed;
    },
  })),
  {
    id: 'platform.introspect',
    title: {
      'zh-Hant': '/connect/introspect 對不認識的權杖回 200 {"active":false}',
      en: '/connect/introspect says 200 {"active":false} of an unknown token',
    },
    clause: 'interface 4',
    weight: 'must',
    async run({ tools, url, provider }) {
      if (provider === undefined)
        return skipped(
          '請以 --provider 提供 resource_id:resource_secret',
          'give resource_id:resource_secret with --provider',
        );
      const answer = await ask(tools, `${url}/connect/introspect`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(provider).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'token=test%3A%3Aunknown',
      });
      expectStatus(answer, 200);
      expect(jsonOf(answer)?.['active'] === false, 'active 不是 false', 'active is not false');
      return passed;
    },
  },
  {
    id: 'platform.userinfo',
    title: {
      'zh-Hant': '/connect/userinfo 對不認識的權杖回 401',
      en: '/connect/userinfo says 401 of an unknown token',
    },
    clause: 'interface 4',
    weight: 'must',
    async run({ tools, url }) {
      for (const headers of [{ authorization: 'Bearer test::unknown' }, {} as Record<string, string>])
        expectStatus(await ask(tools, `${url}/connect/userinfo`, { headers }), 401);
      return passed;
    },
  },
];

const taipeiDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
