/** Model 2: identity is proved at the service provider. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '#server/calls/call.ts';
import { jsonOf } from '#server/calls/json.ts';
import { encryptField } from '#server/protocol/mydata-1/fields.ts';
import { ask } from '../../ask.ts';
import { Ended, expect, passed, skipped, type Check } from '../../check.ts';
import { arrive, expectCode, goThrough, type PlatformContext } from '../context.ts';
import type { Resident } from '../residents.ts';
import { signData } from '../sign-data.ts';

const post = ({ tools, url, client }: PlatformContext, body: object, clientId = client.clientId): Promise<Answer> =>
  ask(tools, `${url}/service/spsignature/${clientId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function saltFor(context: PlatformContext, txId: string): Promise<string> {
  const answer = await post(context, { tx_id: txId });
  const { salt, tx_id } = jsonOf(answer) ?? {};
  expect(answer.status === 200, `要 salt 得到 ${answer.status}`, `asking for a salt was answered ${answer.status}`);
  expect(
    typeof salt === 'string' && salt && tx_id === txId,
    '回應沒有 salt 或 tx_id 不同',
    'no salt, or another tx_id',
  );
  return salt;
}

function signer({ residents: [first] }: PlatformContext): Resident {
  if (first) return first;
  throw new Ended(skipped('需要測試憑證:請提供 --residents', 'a test certificate is needed: give --residents'));
}

interface Sent {
  readonly fields?: (fields: Readonly<Record<string, string>>) => object;
  /** What is signed; the encrypted data unless told. */
  readonly signs?: (data: string) => string;
  readonly data?: (data: string) => string;
  readonly by?: Resident;
}

async function exchange(context: PlatformContext, txId: string, sent: Sent = {}): Promise<number> {
  const resident = signer(context);
  const salt = await saltFor(context, txId);
  // No more than public clients send.
  const fields = { pid: resident.nationalId, birthday: resident.birthday, salt };
  const data = encryptField(context.client, JSON.stringify(sent.fields?.(fields) ?? fields));
  const { status } = await post(context, {
    tx_id: txId,
    data: sent.data?.(data) ?? data,
    pkcs7: signData(sent.signs?.(data) ?? data, sent.by ?? resident),
  });
  return status;
}

const answers = (
  name: string,
  title: Check<PlatformContext>['title'],
  due: number,
  sent: (context: PlatformContext) => Sent,
): Check<PlatformContext> => ({
  id: `platform.signature-${name}`,
  title,
  clause: 'interface 2',
  weight: 'must',
  async run(context) {
    const status = await exchange(context, randomUUID(), sent(context));
    expect(status === due, `應是 ${due},卻是 ${status}`, `must be ${due}, not ${status}`);
    return passed;
  },
});

export const signatureChecks: readonly Check<PlatformContext>[] = [
  {
    id: 'platform.signature-opens',
    title: {
      'zh-Hant': '模式二:簽章接受後不再要求驗證身分,走完得到 200',
      en: 'model 2: an accepted signature opens the journey without another proof of identity, to 200',
    },
    clause: 'interface 2, interface 1.3b',
    weight: 'must',
    async run(context) {
      const txId = randomUUID();
      const status = await exchange(context, txId);
      expect(status === 200, `簽章得到 ${status}`, `the signature was answered ${status}`);
      const { code, screens } = await goThrough(context, { txId, signed: true });
      expect(code === 200, `代碼是 ${code}`, `the code is ${code}`);
      expect(!screens.includes('identity'), '又要求驗證身分', 'identity was asked for again');
      return passed;
    },
  },
  {
    id: 'platform.signature-none',
    title: { 'zh-Hant': '模式二沒有接受過的簽章:401', en: 'model 2 without an accepted signature: 401' },
    clause: 'interface 2',
    weight: 'must',
    async run(context) {
      expectCode(await arrive(context, { signed: true }), 401);
      return passed;
    },
  },
  {
    id: 'platform.signature-unknown',
    title: {
      'zh-Hant': '簽章交換的 client_id 不認識,或沒有要過 salt:403',
      en: 'an unknown client_id, or no salt asked for before: 403',
    },
    clause: 'interface 2',
    weight: 'must',
    async run(context) {
      const unknown = await post(context, { tx_id: randomUUID() }, 'CLI.nobody0000');
      expect(
        unknown.status === 403,
        `client_id 不認識得到 ${unknown.status}`,
        `an unknown client_id was answered ${unknown.status}`,
      );
      const resident = signer(context);
      const data = encryptField(
        context.client,
        JSON.stringify({ pid: resident.nationalId, birthday: resident.birthday, salt: randomUUID() }),
      );
      const { status } = await post(context, { tx_id: randomUUID(), data, pkcs7: signData(data, resident) });
      expect(status === 403, `沒有要過 salt 得到 ${status}`, `without a salt it was answered ${status}`);
      return passed;
    },
  },
  answers(
    'fields',
    { 'zh-Hant': 'data 缺 pid、birthday 或 salt:400', en: 'data without pid, birthday or salt: 400' },
    400,
    () => ({
      fields: ({ salt, pid }) => ({ salt, pid }),
    }),
  ),
  answers('unreadable', { 'zh-Hant': 'data 解不開:401', en: 'data that cannot be decrypted: 401' }, 401, () => ({
    data: () => Buffer.alloc(64, 5).toString('base64'),
  })),
  answers('wrong', { 'zh-Hant': '簽章不是對這份 data:401', en: 'a signature over something else: 401' }, 401, () => ({
    signs: (data) => `${data}x`,
  })),
  {
    ...answers(
      'other-person',
      { 'zh-Hant': '憑證是別人的:409', en: 'a certificate of another person: 409' },
      409,
      ({ residents }) => ({
        by: residents[1]!,
      }),
    ),
    async run(context) {
      const [, other] = context.residents;
      if (!other) return skipped('需要兩位測試民眾(--residents)', 'two test persons are needed (--residents)');
      const status = await exchange(context, randomUUID(), { by: other });
      expect(status === 409, `應是 409,卻是 ${status}`, `must be 409, not ${status}`);
      return passed;
    },
  },
];
