/** The browser comes back, with whatever code. */
import { randomUUID } from 'node:crypto';
import { encryptField } from '#server/protocol/mydata-1/fields.ts';
import { tryAsking } from '../../ask.ts';
import { expect, failed, passed, type Check } from '../../check.ts';
import { waitFor } from '../../wait-for.ts';
import { Browser, type Page } from '../../browser.ts';
import { backTo, comeBack, newJourney, notChecked, stayQuiet, type SpContext } from '../context.ts';
import { hasEnded } from '../probe.ts';

/** Where no source knows a code, the county still ends the case. */
const unknown = 599;
const codes = [205, 206, 400, 401, 403, 404, 408, 409, 410, 423, 501, 504, unknown] as const;

const returned = (code: number): Check<SpContext> => ({
  id: `sp.return-${code}`,
  title:
    code === unknown
      ? {
          'zh-Hant': `以沒有人知道的代碼(${code})返回時也有正常的頁面`,
          en: `a return with a code that nobody knows, ${code}, ends on a page`,
        }
      : {
          'zh-Hant': `以代碼 ${code} 返回時有正常的頁面,不再送往平臺`,
          en: `a return with ${code} ends on a page, not at the platform again`,
        },
  clause: 'interface 1.11',
  weight: 'must',
  async run(context) {
    const journey = await newJourney(context);
    await comeBack(context, journey, code);
    await noteEnd(context, journey.transaction.arrival.txId, code);
    expect(!journey.transaction.fetched.length, '失敗卻來取資料', 'data was asked for after a failure');
    return passed;
  },
});

/** With a probe: the case is over, never still waiting. */
async function noteEnd({ tools, probeUrl, patience }: SpContext, txId: string, code: number): Promise<void> {
  if (probeUrl === undefined) return;
  const ended = await waitFor(Math.min(patience, 5_000), async () => {
    const outcome = await tryAsking(tools, probeUrl.replaceAll('{tx_id}', encodeURIComponent(txId)));
    return outcome.kind === 'answer' && hasEnded(outcome.bytes.toString('utf8'), txId) ? true : undefined;
  });
  expect(
    ended,
    `代碼 ${code} 返回後,案件沒有結束（--probe-url 沒有這件交易 result 為 ended 的紀錄）`,
    `after a return with ${code} the case has not ended: --probe-url shows no result "ended" of the transaction`,
  );
}

/** Where a return ended and what stands there, but for what is of one transaction. */
const outlineOf = ({ status, url, text }: Page): string =>
  `${status} ${url} ${text}`.replace(/[\w+/=-]{16,}/g, '').replace(/tx_id=[^&\s]*/g, '');

export const returnChecks: readonly Check<SpContext>[] = [
  ...codes.map(returned),
  {
    id: 'sp.return-stranger',
    title: {
      'zh-Hant': '不認識的 tx_id 返回時有正常的頁面,也不取任何資料',
      en: 'a return with an unknown tx_id ends on a page, and nothing is fetched',
    },
    clause: 'interface 1.11',
    weight: 'must',
    async run(context) {
      const journey = await newJourney(context);
      const before = context.side.withoutTicket;
      const url = new URL(context.client.returnUrl);
      url.search = String(new URLSearchParams({ code: '200', tx_id: encryptField(context.client, randomUUID()) }));
      const page = await journey.browser.visit(url.href);
      expect(page.status < 500, `返回頁面回應 HTTP ${page.status}`, `the page answered HTTP ${page.status}`);
      await stayQuiet(context);
      const asked = journey.transaction.fetched.length + context.side.withoutTicket - before;
      expect(!asked, '卻來取資料', 'data was asked for');
      return passed;
    },
  },
  {
    id: 'sp.return-garbage',
    title: {
      'zh-Hant': '沒有參數或無法解開的返回也有正常的頁面',
      en: 'a return without parameters, or with what cannot be read, ends on a page',
    },
    clause: 'interface 1.11',
    weight: 'must',
    async run(context) {
      for (const search of ['', '?code=200', '?code=abc&tx_id=%00', '?code=200&tx_id=AAAA']) {
        const page = await new Browser(context.tools).visit(`${context.client.returnUrl}${search}`);
        expect(
          page.status < 500,
          `「${search}」回應 HTTP ${page.status}`,
          `"${search}" is answered HTTP ${page.status}`,
        );
      }
      return passed;
    },
  },
  {
    id: 'sp.return-space',
    title: {
      'zh-Hant': 'tx_id 裡的 + 變成空白時也認得(平臺可能沒有做網址編碼)',
      en: 'a tx_id in which + has become a space is understood: a platform may leave it unescaped',
    },
    clause: 'interface 1.11',
    weight: 'should',
    async run(context) {
      for (let tries = 0; tries < 12; tries += 1) {
        const spaced = await newJourney(context);
        const back = backTo(context, spaced.transaction, 205);
        if (!back.includes('%2B')) continue;
        const known = await newJourney(context);
        const good = outlineOf(await known.browser.visit(backTo(context, known.transaction, 205)));
        const other = await newJourney(context);
        const foreign = new URL(backTo(context, other.transaction, 205));
        foreign.searchParams.set('tx_id', encryptField(context.client, randomUUID()));
        if (outlineOf(await other.browser.visit(foreign.href)) === good)
          throw notChecked(
            '認得與不認得的 tx_id 顯示相同的頁面',
            'a tx_id that is known and one that is not lead to the same page',
          );
        const seen = outlineOf(await spaced.browser.visit(back.replaceAll('%2B', '+')));
        return seen === good ? passed : failed('沒有認出這筆交易', 'the transaction was not recognised');
      }
      throw notChecked('十二次都沒有含 + 的 tx_id', 'no tx_id with a + in twelve tries');
    },
  },
  {
    id: 'sp.return-without-call',
    title: {
      'zh-Hant': '以 200 返回卻沒有 SP-API 呼叫時,向平臺詢問 txid_status',
      en: 'a return with 200 and no SP-API call makes it ask txid_status',
    },
    clause: 'interface 1.11, interface 1.12',
    weight: 'should',
    async run(context) {
      const journey = await newJourney(context);
      journey.transaction.status = '410';
      await comeBack(context, journey, 200);
      const asked = await waitFor(context.patience, () => journey.transaction.statusAsked[0]);
      expect(asked !== undefined, '沒有來詢問', 'nobody asked');
      return passed;
    },
  },
];
