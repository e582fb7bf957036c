/** What the platform relies on of a data provider (interface, section 4). */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../calls/call.ts';
import { isAbout, personsIn } from '../../packages/persons.ts';
import { ask } from '../ask.ts';
import { expect, passed, skipped, type Check, type Outcome } from '../check.ts';
import { askOnce, askUntilReady, had, opened, unasked, verified, type Asking, type DpContext } from './context.ts';
import type { Token } from './platform-side.ts';

const clause = 'interface 4';

const check = (
  id: string,
  [zh, en]: readonly [zh: string, en: string],
  run: (context: DpContext) => Promise<Outcome | void>,
  weight: 'must' | 'should' = 'must',
): Check<DpContext> => ({
  id: `dp.${id}`,
  title: { 'zh-Hant': zh, en },
  clause,
  weight,
  run: async (context) => (await run(context)) ?? passed,
});

const bearer = ({ text }: Token): Asking => ({ authorization: `Bearer ${text}` });

/** Nothing but this status; in particular no data. */
function dueStatus({ status }: Answer, due: number, zh: string, en: string): void {
  expect(status === due, `${zh}應得 ${due}，卻是 HTTP ${status}`, `${en} must get ${due}, not HTTP ${status}`);
}

/** The person's data, asked for once. */
const firstAnswer = (context: DpContext): Promise<Answer> =>
  (context.first ??= had(context, bearer(context.side.issue(context.person))));

export const checks: readonly Check<DpContext>[] = [
  check('heartbeat', ['心跳不需權杖，回 200', 'the heartbeat needs no token and says 200'], async (context) => {
    const answer = await ask(context.tools, context.heartbeatUrl, { headers: context.headers });
    dueStatus(answer, 200, '心跳', 'the heartbeat');
  }),
  check(
    'heartbeat-empty',
    ['心跳沒有內容', 'the heartbeat has no body'],
    async (context) => {
      const { bytes } = await ask(context.tools, context.heartbeatUrl, { headers: context.headers });
      expect(!bytes.length, `有 ${bytes.length} 位元組`, `it has ${bytes.length} bytes`);
    },
    'should',
  ),
  check('no-token', ['沒有權杖得 401', 'without a token: 401'], async (context) => {
    dueStatus(await askOnce(context, {}), 401, '沒有權杖', 'no token');
  }),
  check(
    'unknown-token',
    ['平臺不認得的權杖得 401', 'a token that the platform does not know: 401'],
    async (context) => {
      const before = context.side.strangers();
      const answer = await askOnce(context, { authorization: `Bearer test::${'0'.repeat(64)}` });
      dueStatus(answer, 401, '不認得的權杖', 'an unknown token');
      expect(
        context.side.strangers() > before,
        '沒有向平臺查驗（POST /connect/introspect）；平臺位址設定是否正確？',
        'the platform was not asked (POST /connect/introspect); is its address set to the kit’s?',
      );
    },
  ),
  check('inactive-token', ['失效的權杖得 401', 'a token that is not active: 401'], async (context) => {
    const token = context.side.issue(context.person, { active: false });
    dueStatus(await askOnce(context, bearer(token)), 401, '失效的權杖', 'an inactive token');
    expect(!token.personAsked, '仍然查了當事人', 'the person was asked for all the same');
  }),
  check('data', ['有效的權杖得 200 與 application/zip', 'a good token: 200 with application/zip'], async (context) => {
    await firstAnswer(context);
  }),
  check(
    'introspect',
    [
      '查驗權杖用 HTTP Basic（resource_id:resource_secret）與表單欄位 token',
      'tokens are introspected with HTTP Basic resource_id:resource_secret and the form field token',
    ],
    async (context) => {
      const token = context.side.issue(context.person);
      await askUntilReady(context, bearer(token));
      const [asked] = token.introspected;
      const [zh, en] = unasked(context);
      expect(asked, `沒有查驗${zh}`, `it was not introspected${en}`);
      expect(asked.form, '不是表單格式', 'it was not sent as a form');
      expect(
        asked.basic === 'right',
        asked.basic === 'none' ? '沒有 HTTP Basic' : 'resource_id 或 resource_secret 不符',
        asked.basic === 'none' ? 'without HTTP Basic' : 'with another resource_id or resource_secret',
      );
      expect(token.personAsked > 0, '沒有查當事人（GET /connect/userinfo）', 'userinfo was not asked for');
    },
  ),
  check('package', ['資料包通過四步驗證', 'the package stands the four steps'], async (context) => {
    verified(context, await firstAnswer(context));
  }),
  check(
    'fields',
    ['內容是這項資料集的欄位', 'what is in it reads as this dataset'],
    async (context) => void opened(context, await firstAnswer(context)),
  ),
  check('person', ['資料是權杖當事人的', 'the data is of the person behind the token'], async (context) => {
    const { payload } = opened(context, await firstAnswer(context));
    const seen = payload && personsIn(payload.reader, payload.normalised);
    if (!payload || !seen || !(seen.whole.length + seen.others.length))
      return skipped('這項資料看不到統一編號，請自行確認', 'no id is to be seen in it: look yourself');
    expect(
      isAbout(payload.reader, payload.normalised, context.person),
      '統一編號是別人的',
      'its id is another person’s',
    );
  }),
  check('bare-token', ['沒有 Bearer 的權杖也接受', 'a token without the word Bearer is taken too'], async (context) => {
    await had(context, { authorization: context.side.issue(context.person).text });
  }),
  check(
    'other-method',
    ['GET 與 POST 都接受', 'GET and POST are both taken'],
    async (context) => {
      const method = context.method === 'GET' ? 'POST' : 'GET';
      await had(context, { ...bearer(context.side.issue(context.person)), method });
    },
    'should',
  ),
  check(
    'ended-token',
    ['每次都查驗：權杖失效後得 401', 'each call is introspected: a token that ended gets 401'],
    async (context) => {
      const token = context.side.issue(context.person);
      await had(context, bearer(token));
      token.active = false;
      dueStatus(await askOnce(context, bearer(token)), 401, '剛失效的權杖', 'a token that has just ended');
    },
  ),
  check(
    'verified-boolean',
    ['uid_verified 為布林值 true 也接受', 'uid_verified as the Boolean true is taken too'],
    async (context) => {
      await had(context, bearer(context.side.issue(context.person, { verified: true })));
    },
  ),
  check('not-verified', ['身分未確認就不給資料', 'no data where uid_verified is not true'], async (context) => {
    for (const verified of ['False', false]) {
      const { status } = await askUntilReady(context, bearer(context.side.issue(context.person, { verified })));
      expect(
        status >= 400,
        `uid_verified 為 ${JSON.stringify(verified)} 時回 HTTP ${status}`,
        `with uid_verified ${JSON.stringify(verified)} it answered HTTP ${status}`,
      );
    }
  }),
  check(
    'platform-down',
    ['平臺無法查驗時得 500，不給資料', 'where the platform cannot be asked: 500 and no data'],
    async (context) => {
      const answer = await askOnce(context, bearer(context.side.issue(context.person, { breaks: true })));
      expect(
        answer.status >= 500 || answer.status === 401,
        `回 HTTP ${answer.status}`,
        `it answered HTTP ${answer.status}`,
      );
    },
  ),
  check('no-record', ['查無資料得 204，沒有內容', 'no record: 204 without a body'], async (context) => {
    const answer = await askUntilReady(context, bearer(context.side.issue(context.stranger)));
    dueStatus(answer, 204, '查無資料的人', 'a person without a record');
    expect(!answer.bytes.length, '有內容', 'it has a body');
  }),
  check('apart', ['同時而來的兩人各得各的', 'two people at once each get their own'], async (context) => {
    const two = await Promise.all(
      [context.person, context.stranger].map((one) => askUntilReady(context, bearer(context.side.issue(one)))),
    );
    const seen = two.map(({ status }) => status).join(' / ');
    expect(seen === '200 / 204', `應為 200 / 204，卻是 ${seen}`, `it must be 200 / 204, not ${seen}`);
  }),
  check(
    'preparing',
    ['準備中得 429，Retry-After 是整數秒', 'while it prepares: 429 with whole seconds in Retry-After'],
    async ({ waits }) => {
      if (!waits.length) return skipped('這次沒有遇到 429', 'there was no 429 this time');
      const bad = waits.find((one) => !/^\d+$/.test(one ?? ''));
      expect(bad === undefined, `Retry-After 是「${bad ?? '無'}」`, `Retry-After was "${bad ?? 'absent'}"`);
      const longest = Math.max(...waits.map(Number));
      expect(
        longest <= 5400,
        `要等 ${longest} 秒，平臺最多等 5400 秒`,
        `it asks for ${longest} seconds; the platform waits 5,400 at most`,
      );
    },
  ),
  check('parameters', ['參數以標頭送來也能回答', 'parameters as headers are understood'], async (context) => {
    if (!Object.keys(context.parameters).length)
      return skipped('這項資料不問參數，或沒有給 --parameters', 'it asks nothing, or --parameters was not given');
    await firstAnswer(context);
  }),
  check(
    'empty-errors',
    ['錯誤沒有內容', 'errors have no body'],
    async (context) => {
      const { bytes } = await askOnce(context, { transactionUid: randomUUID() });
      expect(!bytes.length, `401 有 ${bytes.length} 位元組`, `the 401 has ${bytes.length} bytes`);
    },
    'should',
  ),
];
