/**
 * A data provider with a server of its own, as a file or the console says it: what may be said, in one place. Which entry
 * and which field it was is added by who reads it.
 */
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import type { Text } from '#schemas/text.ts';
import { classOfHost } from '../../calls/reach/address-class.ts';
import { readCrls } from '../../crypto/crl.ts';
import { readBundle } from '../../crypto/read-certificate.ts';
import type { ProviderEntry } from '../storage.ts';

export interface ProviderSecrets {
  /** For `/connect/introspect`. */
  readonly secret: string;
  /** The agency's own, sent with every call; often a key. */
  readonly headers: Readonly<Record<string, string>>;
}

export type ProviderSetting = Omit<ProviderEntry, 'sealed' | 'source' | 'changedAt' | 'changedBy'> & ProviderSecrets;

export type ProviderField = keyof ProviderSetting;

export interface ProviderProblem {
  readonly field: ProviderField;
  readonly text: Text;
}

export const methods = ['GET', 'POST'] as const satisfies readonly ProviderSetting['method'][];
export const tokens = ['bearer', 'bare'] as const satisfies readonly ProviderSetting['token'][];
export const dateForms = ['yyyy/MM/dd', 'yyyy-MM-dd'] as const satisfies readonly ProviderSetting['dates'][];

/** What is sent anyway, or belongs to the connection. */
const ownHeaders = new Set([
  ...['authorization', 'transaction_uid', 'accept', 'fields', 'purpose'],
  ...[
    'host',
    'connection',
    'content-length',
    'content-type',
    'transfer-encoding',
    'expect',
    'upgrade',
    'te',
    'trailer',
  ],
]);

/** What is wrong with it, in the order of its form; nothing: it may be used. */
export async function providerProblems(
  setting: ProviderSetting,
  given: { readonly environment: 'test' | 'live'; readonly datasets: ReadonlyMap<string, CatalogueEntry> },
): Promise<readonly ProviderProblem[]> {
  const { resourceId, url, heartbeatUrl, secret, headers, agency } = setting;
  const dataset = given.datasets.get(resourceId);
  return [
    ...(dataset ? [] : [said('resourceId', '目錄裡沒有這個資料集。', 'there is no such dataset in use')]),
    ...addressProblems('url', url, given.environment),
    ...(heartbeatUrl === undefined ? [] : addressProblems('heartbeatUrl', heartbeatUrl, given.environment)),
    ...headerProblems(headers, dataset?.parameters.map(({ name }) => name) ?? []),
    ...(/^[\x21-\x7e]{1,200}$/.test(secret)
      ? []
      : [
          said(
            'secret',
            '請填查驗權杖的密碼：1 到 200 個英數字或符號，不可以有空白。',
            'must be 1 to 200 visible ASCII characters without spaces',
          ),
        ]),
    ...(given.environment === 'live' && secret.length < 16
      ? [said('secret', '正式環境的密碼要有 16 個字元以上。', 'live: must have 16 characters or more')]
      : []),
    ...(await trustProblems(setting)),
    ...(agency && !isPin(agency)
      ? [
          said(
            'agency',
            '每一行要是「屬性=內容」，例如 O=內政部。',
            'must be attributes of the certificate, like {"O": "內政部"}',
          ),
        ]
      : []),
  ];
}

function addressProblems(
  field: 'url' | 'heartbeatUrl',
  value: string,
  environment: 'test' | 'live',
): readonly ProviderProblem[] {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return [
      said(field, '請填完整的網址，例如 https://dp.example.gov.tw/household。', 'must be a whole http(s) address'),
    ];
  if (url.username || url.password || url.hash)
    return [said(field, '網址不可以含帳號、密碼或 # 之後的片段。', 'must hold no user name, password or fragment')];
  if (url.protocol === 'http:' && environment === 'live')
    return [said(field, '正式環境的網址要以 https:// 開頭。', 'live: must begin with https:')];
  if (classOfHost(url.hostname) === 'nowhere') return [said(field, '網址不能是這個位址。', 'leads nowhere')];
  return [];
}

function headerProblems(
  headers: Readonly<Record<string, string>>,
  parameters: readonly string[],
): readonly ProviderProblem[] {
  const taken = new Set([...ownHeaders, ...parameters.map((name) => name.toLowerCase())]);
  const names = Object.keys(headers);
  const bad = names.find((name) => !/^[!#$%&'*+.^_`|~\w-]{1,100}$/.test(name));
  if (bad !== undefined) return [said('headers', `「${bad}」不能當作標頭的名稱。`, `"${bad}" is no name of a header`)];
  const own = names.find((name) => taken.has(name.toLowerCase()));
  if (own !== undefined)
    return [said('headers', `標頭 ${own} 由平臺填寫，不能固定。`, `${own} is set by the platform itself`)];
  if (new Set(names.map((name) => name.toLowerCase())).size !== names.length)
    return [said('headers', '同一個標頭寫了兩次。', 'one header is there twice')];
  // Never with the value: it may be a key.
  const unfit = names.find((name) => !/^[\x21-\x7e](?:[\x20-\x7e]{0,998}[\x21-\x7e])?$/.test(headers[name] ?? ''));
  if (unfit !== undefined)
    return [
      said(
        'headers',
        `標頭 ${unfit} 的內容要是英數字或符號。`,
        `the value of ${unfit} must be visible ASCII characters`,
      ),
    ];
  return [];
}

async function trustProblems({ ca, crl }: ProviderSetting): Promise<readonly ProviderProblem[]> {
  if (ca === undefined)
    return crl === undefined
      ? []
      : [said('crl', '廢止清冊要和它的憑證管理中心一起填。', 'needs the authority that signed it, in ca')];
  let anchors;
  try {
    anchors = readBundle(ca);
  } catch {
    return [said('ca', '讀不到 PEM 格式的憑證。', 'holds no certificate in PEM form')];
  }
  if (crl === undefined) return [];
  try {
    await readCrls(crl, anchors);
    return [];
  } catch (error) {
    return [said('crl', '廢止清冊無法讀取，或不是這些憑證管理中心簽發的。', (error as Error).message)];
  }
}

const isPin = (agency: Readonly<Record<string, string>>): boolean => {
  const entries = Object.entries(agency);
  return entries.length > 0 && entries.every(([type, text]) => /^[A-Za-z.0-9]+$/.test(type) && text.trim() !== '');
};

const said = (field: ProviderField, zh: string, en: string): ProviderProblem => ({
  field,
  text: { 'zh-Hant': zh, en },
});
