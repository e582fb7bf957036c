/** How a platform takes residents in: what it refuses, in which order, and that it sends nobody to a stranger. */
import { randomUUID } from 'node:crypto';
import { encryptField } from '#server/protocol/mydata-1/fields.ts';
import { expect, passed, skipped, type Check, type Outcome } from '../../check.ts';
import type { Client } from '../../read-clients.ts';
import { arrive, base64Ids, expectCode, expectOpened, type Arriving, type PlatformContext } from '../context.ts';

type Title = Check<PlatformContext>['title'];

const refuses = (
  name: string,
  title: Title,
  code: number,
  how: (context: PlatformContext) => Arriving | Outcome,
  weight: 'must' | 'should' = 'must',
): Check<PlatformContext> => ({
  id: `platform.entry-${name}`,
  title,
  clause: 'interface 1.4',
  weight,
  async run(context) {
    const what = how(context);
    if ('kind' in what) return what;
    expectCode(await arrive(context, what), code);
    return passed;
  },
});

const opens = (name: string, title: Title, how: (context: PlatformContext) => Arriving): Check<PlatformContext> => ({
  id: `platform.entry-${name}`,
  title,
  clause: 'interface 1.3',
  weight: 'must',
  async run(context) {
    expectOpened(await arrive(context, how(context)));
    return passed;
  },
});

/** Another client of the file. */
const as = (client: Client | undefined, zh: string, en: string): Arriving | Outcome =>
  client
    ? {
        clientId: client.clientId,
        returnUrl: client.returnUrl,
        pid: encryptField(client, 'A123456789'),
        ...(client.resources.length && { resources: base64Ids(client.resources.slice(0, 1)) }),
      }
    : skipped(zh, en);

/** A person's number whose encryption holds a `+`: there is one among the first few. */
function pidWithPlus(client: Client): string {
  for (let n = 0; n < 200; n += 1) {
    const pid = encryptField(client, `A1${String(23456789 + n)}`);
    if (pid.includes('+')) return pid;
  }
  throw new Error('no id encrypts to a +');
}

export const entryChecks: readonly Check<PlatformContext>[] = [
  opens(
    'opens',
    { 'zh-Hant': '正確的轉址進入平臺畫面', en: 'a right redirect opens the platform’s screens' },
    () => ({}),
  ),
  opens(
    'spaces',
    { 'zh-Hant': 'pid 的 + 變成空白也讀得懂', en: 'spaces where the pid had + are understood' },
    ({ client }) => {
      const pid = pidWithPlus(client);
      const query = new URLSearchParams({ returnUrl: client.returnUrl });
      return { query: `${query}&pid=${encodeURIComponent(pid).replaceAll('%2B', '%20')}` };
    },
  ),
  opens(
    'return-query',
    { 'zh-Hant': 'returnUrl 帶自己的查詢字串也接受', en: 'a returnUrl with a query of its own is taken' },
    ({ client }) => ({ returnUrl: `${client.returnUrl}?case=1&next=%2Fform` }),
  ),
  refuses('no-return-url', { 'zh-Hant': '沒有 returnUrl:400', en: 'no returnUrl: 400' }, 400, () => ({
    returnUrl: null,
  })),
  refuses('unknown-client', { 'zh-Hant': '不認識的 client_id:401', en: 'unknown client_id: 401' }, 401, () => ({
    clientId: 'CLI.nobody0000',
  })),
  refuses('no-pid', { 'zh-Hant': '沒有 pid:400', en: 'no pid: 400' }, 400, () => ({ pid: null })),
  refuses('pid-unreadable', { 'zh-Hant': 'pid 解不開:400', en: 'a pid that cannot be decrypted: 400' }, 400, () => ({
    pid: Buffer.alloc(16, 3).toString('base64'),
  })),
  {
    id: 'platform.entry-tx-id-twice',
    title: { 'zh-Hant': '用過的 tx_id 不能再用:400', en: 'a tx_id is not taken twice: 400' },
    clause: 'interface 1.2, interface 1.4',
    weight: 'must',
    async run(context) {
      const txId = randomUUID();
      expectOpened(await arrive(context, { txId }));
      expectCode(await arrive(context, { txId }), 400);
      return passed;
    },
  },
  refuses(
    'tx-id-no-uuid',
    { 'zh-Hant': 'tx_id 不是 UUID:400', en: 'a tx_id that is no UUID: 400' },
    400,
    () => ({ txId: 'A123456789' }),
    'should',
  ),
  {
    id: 'platform.entry-return-url-other',
    title: {
      'zh-Hant': 'returnUrl 與登錄的不同:404,絕不轉往那裡',
      en: 'another returnUrl than the registered one: 404, and nobody is sent there',
    },
    clause: 'interface 1.4',
    weight: 'must',
    async run(context) {
      for (const returnUrl of [
        'https://elsewhere.invalid/back',
        `${context.client.returnUrl}/more`,
        `https://elsewhere.invalid/?${context.client.returnUrl}`,
      ]) {
        const arrived = await arrive(context, { returnUrl });
        expect(
          arrived.kind !== 'astray',
          `轉往沒有登錄的 ${returnUrl}`,
          `sent to ${returnUrl}, which nobody registered`,
        );
        expectCode(arrived, 404);
      }
      return passed;
    },
  },
  {
    id: 'platform.entry-return-url-case',
    title: { 'zh-Hant': 'returnUrl 路徑的大小寫要相同', en: 'letter case counts in the path of returnUrl' },
    clause: 'interface 1.4',
    weight: 'should',
    async run(context) {
      const url = new URL(context.client.returnUrl);
      const other = url.pathname.replace(/[a-z]/, (letter) => letter.toUpperCase());
      if (other === url.pathname) return skipped('登錄的路徑沒有小寫字母', 'the registered path has no small letter');
      url.pathname = other;
      expectCode(await arrive(context, { returnUrl: url.href }), 404);
      return passed;
    },
  },
  refuses(
    'resources-unreadable',
    { 'zh-Hant': 'resources 讀不懂:400', en: 'resources that cannot be read: 400' },
    400,
    () => ({
      resources: Buffer.from('nothing').toString('base64'),
    }),
  ),
  refuses('resources-twice', { 'zh-Hant': '資料集重複:400', en: 'a dataset twice: 400' }, 400, ({ resources }) => ({
    resources: base64Ids([...resources.slice(0, 1), ...resources.slice(0, 1)]),
  })),
  refuses(
    'resources-foreign',
    { 'zh-Hant': '沒有登錄的資料集:401', en: 'a dataset that is not allowed: 401' },
    401,
    ({ resources }) => ({
      resources: base64Ids([...resources.slice(0, 1), 'API.notMine000']),
    }),
  ),
  refuses('suspended', { 'zh-Hant': '暫停的服務:423', en: 'a suspended service: 423' }, 423, ({ clients }) =>
    as(
      clients.find(({ suspended }) => suspended),
      '檔案裡沒有 suspended 的登錄',
      'the file has no client that is suspended',
    ),
  ),
  refuses(
    'no-datasets',
    { 'zh-Hant': '沒有資料集的服務:403', en: 'a service without datasets: 403' },
    403,
    ({ clients }) =>
      as(
        clients.find(({ resources }) => !resources.length),
        '檔案裡沒有不含資料集的登錄',
        'the file has no client without datasets',
      ),
  ),
  {
    id: 'platform.entry-order',
    title: {
      'zh-Hant': '同時有幾個錯誤時,依介面的順序回報第一個',
      en: 'of several faults the first in the interface’s order is told',
    },
    clause: 'interface 1.4',
    weight: 'should',
    async run(context) {
      const [first = ''] = context.resources;
      const twice = base64Ids([first, first]);
      const foreign = base64Ids(['API.notMine000', 'API.notMine000']);
      const elsewhere = 'https://elsewhere.invalid/';
      expectCode(await arrive(context, { returnUrl: null, clientId: 'CLI.nobody0000' }), 400);
      expectCode(await arrive(context, { returnUrl: elsewhere, clientId: 'CLI.nobody0000' }), 401);
      expectCode(await arrive(context, { returnUrl: elsewhere, resources: twice }), 404);
      expectCode(await arrive(context, { resources: foreign }), 400);
      return passed;
    },
  },
  {
    id: 'platform.entry-back-tx-id',
    title: {
      'zh-Hant': '失敗返回時也帶加密的 tx_id 與原來的查詢字串',
      en: 'a way back with a failure carries the encrypted tx_id and the original query, too',
    },
    clause: 'interface 1.11',
    weight: 'must',
    async run(context) {
      const txId = randomUUID();
      const arrived = await arrive(context, {
        txId,
        resources: base64Ids(['API.notMine000']),
        returnUrl: `${context.client.returnUrl}?case=7`,
      });
      expectCode(arrived, 401);
      if (arrived.kind !== 'back')
        return skipped('平臺自己顯示,沒有返回', 'the platform says so itself, nobody is sent back');
      expect(arrived.txId === txId, '返回的 tx_id 不是這一筆', 'the tx_id that came back is another, or none');
      expect(arrived.back.searchParams.get('case') === '7', '原來的查詢字串不見了', 'the original query is lost');
      return passed;
    },
  },
];
