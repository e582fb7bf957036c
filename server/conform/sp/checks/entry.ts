/** How a resident is sent to the platform. */
import { sameAddress } from '#server/protocol/mydata-1/addresses.ts';
import { decryptField } from '#server/protocol/mydata-1/fields.ts';
import { expect, passed, skipped, type Check } from '../../check.ts';
import { withoutQuery } from '../../browser.ts';
import { newJourney, notChecked, type SpContext } from '../context.ts';
import type { Arrival } from '../platform-side.ts';
import { isUuidLike } from '#schemas/uuid.ts';

/** The first journey serves several checks. */
async function firstArrival(context: SpContext): Promise<Arrival> {
  const [known] = context.side.transactions.values();
  return known?.arrival ?? (await newJourney(context)).transaction.arrival;
}

const idsIn = (resources: string): readonly string[] => Buffer.from(resources, 'base64').toString('utf8').split(':');

export const entryChecks: readonly Check<SpContext>[] = [
  {
    id: 'sp.entry-address',
    title: {
      'zh-Hant': '把民眾轉到平臺的 /service/{client_id}/{resources}/{tx_id},client_id 是登錄的',
      en: 'sends the resident to /service/{client_id}/{resources}/{tx_id} of the platform, with the registered client_id',
    },
    clause: 'interface 1.3',
    weight: 'must',
    async run(context) {
      const { clientId } = (await newJourney(context)).transaction.arrival;
      expect(
        clientId === context.client.clientId,
        `client_id 是 ${clientId},登錄的是 ${context.client.clientId}`,
        `client_id is ${clientId}, registered is ${context.client.clientId}`,
      );
      return passed;
    },
  },
  {
    id: 'sp.entry-resources',
    title: {
      'zh-Hant': 'resources 是以冒號相連的資料集代號的 Base64,不重複,都在登錄範圍內',
      en: 'resources is Base64 of dataset ids joined by a colon, none twice, all registered',
    },
    clause: 'interface 1.3',
    weight: 'must',
    async run(context) {
      const { resources } = await firstArrival(context);
      expect(/^[A-Za-z0-9+/]+={0,2}$/.test(resources), 'resources 不是 Base64', 'resources is no Base64');
      const ids = idsIn(resources);
      const odd = ids.find((id) => !/^API\.[A-Za-z0-9]{1,32}$/.test(id));
      expect(odd === undefined, 'resources 裡有不是 API.… 的代號', 'resources holds something that is no API.… id');
      expect(new Set(ids).size === ids.length, '同一個資料集出現兩次', 'a dataset stands there twice');
      const more = ids.filter((id) => !context.client.resources.includes(id));
      expect(!more.length, `沒有登錄的資料集:${more.join('、')}`, `not registered: ${more.join(', ')}`);
      return passed;
    },
  },
  {
    id: 'sp.entry-tx-id',
    title: { 'zh-Hant': 'tx_id 是 UUID,每次都是新的', en: 'tx_id is a UUID, and another one each time' },
    clause: 'interface 1.2',
    weight: 'must',
    async run(context) {
      const [first, second] = [await firstArrival(context), (await context.begin()).arrival];
      for (const { txId } of [first, second]) expect(isUuidLike(txId), 'tx_id 不是 UUID', 'tx_id is no UUID');
      expect(first.txId.toLowerCase() !== second.txId.toLowerCase(), '兩次的 tx_id 相同', 'the same tx_id twice');
      return passed;
    },
  },
  {
    id: 'sp.entry-pid',
    title: {
      'zh-Hant': 'pid 是 AES-256-CBC 加密的身分證字號(Base64,並經網址編碼)',
      en: 'pid is the national id under AES-256-CBC, in Base64, percent-encoded',
    },
    clause: 'interface 1.3, interface 3',
    weight: 'must',
    async run(context) {
      const { pid, signed } = await firstArrival(context);
      if (signed && pid === undefined) return skipped('模式二不必帶 pid', 'model 2 needs no pid');
      expect(pid !== undefined, '沒有 pid', 'there is no pid');
      let plain: string | undefined;
      try {
        plain = decryptField(context.client, pid);
      } catch {
        plain = undefined;
      }
      expect(plain !== undefined, 'pid 無法以登錄的金鑰解開', 'pid cannot be decrypted with the registered secret');
      expect(
        plain === context.payloads.person,
        'pid 解開後不是測試民眾',
        'pid decrypts to something else than the person',
      );
      return passed;
    },
  },
  {
    id: 'sp.entry-return-url',
    title: {
      'zh-Hant': 'returnUrl 與登錄的相同(不計查詢字串)',
      en: 'returnUrl equals the registered one, its query aside',
    },
    clause: 'interface 1.4',
    weight: 'must',
    async run(context) {
      const { returnUrl } = await firstArrival(context);
      expect(returnUrl !== undefined, '沒有 returnUrl', 'there is no returnUrl');
      expect(
        sameAddress(context.client.returnUrl, returnUrl),
        `returnUrl 是 ${withoutQuery(returnUrl)},登錄的是 ${context.client.returnUrl}`,
        `returnUrl is ${withoutQuery(returnUrl)}, registered is ${context.client.returnUrl}`,
      );
      return passed;
    },
  },
  {
    id: 'sp.entry-signature',
    title: {
      'zh-Hant': '模式二:data 可以解開,含 pid、birthday 與平臺給的 salt,簽章涵蓋加密後的 data',
      en: 'model 2: data decrypts to pid, birthday and the salt that was given, and the signature is over the encrypted data',
    },
    clause: 'interface 2',
    weight: 'must',
    async run(context) {
      const { txId, signed } = await firstArrival(context);
      if (!signed) throw notChecked('這個服務走模式一', 'this service goes by model 1');
      const exchange = context.side.exchanges.get(txId.toLowerCase());
      expect(exchange?.fields, '轉址前沒有送來簽章', 'no signature was sent before the redirect');
      const missing = ['pid', 'birthday', 'salt'].filter((name) => !exchange.fields!.includes(name));
      expect(!missing.length, `data 缺 ${missing.join('、')}`, `data lacks ${missing.join(', ')}`);
      expect(!exchange.problem, `不符:${exchange.problem}`, `does not hold: ${exchange.problem}`);
      return passed;
    },
  },
];
