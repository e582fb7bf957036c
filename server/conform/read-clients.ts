/** `--client`: a registration, or several, in the shape of `MYDATA_CLIENTS` (docs/outside-clients.md). */
import type { ClientSecrets } from '../protocol/mydata-1/fields.ts';
import { CannotRun, type Values } from './check.ts';
import { readNamedJson } from './read-options.ts';

export interface Client extends ClientSecrets {
  readonly clientId: string;
  readonly returnUrl: string;
  readonly spApiUrl: string;
  readonly resources: readonly string[];
  readonly apiKey?: string;
  /** Present: only from there may data be fetched. */
  readonly addresses?: readonly string[];
  readonly suspended: boolean;
  readonly modes?: readonly string[];
}

/** @throws CannotRun that names what is wrong */
export async function readClients(values: Values, flag = 'client'): Promise<readonly Client[]> {
  const parsed = await readNamedJson(values, flag);
  const entries = Array.isArray(parsed) ? (parsed as readonly unknown[]) : [parsed];
  if (!entries.length) throw new CannotRun({ 'zh-Hant': '檔案裡沒有登錄資料', en: 'the file has no client' }, flag);
  return entries.map((entry) => readClient(entry, flag));
}

function readClient(entry: unknown, flag: string): Client {
  const given = (typeof entry === 'object' && entry !== null ? entry : {}) as Readonly<Record<string, unknown>>;
  const wrong = (name: string, zh: string, en: string): CannotRun =>
    new CannotRun({ 'zh-Hant': `檔案的 ${name} ${zh}`, en: `${name} of the file ${en}` }, flag);
  const text = (name: string): string => {
    const value = given[name];
    if (typeof value !== 'string' || !value) throw wrong(name, '沒有填', 'is missing');
    return value;
  };
  const address = (name: string): string => {
    const value = text(name);
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
      throw wrong(name, '不是 http(s) 位址', 'is no http(s) address');
    return value;
  };
  const ofSixteen = (name: string): string => {
    const value = text(name);
    if (Buffer.byteLength(value) !== 16) throw wrong(name, '必須是 16 個字元', 'must be 16 characters');
    return value;
  };
  const list = (name: string): readonly string[] | undefined => {
    const value = given[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
      throw wrong(name, '必須是文字的陣列', 'must be an array of texts');
    return value as readonly string[];
  };
  return {
    clientId: text('client_id'),
    clientSecret: ofSixteen('client_secret'),
    cbcIv: ofSixteen('cbc_iv'),
    returnUrl: address('return_url'),
    spApiUrl: address('sp_api_url'),
    resources: list('resources') ?? [],
    ...(given['api_key'] !== undefined && { apiKey: text('api_key') }),
    ...(given['addresses'] !== undefined && { addresses: list('addresses') }),
    ...(given['modes'] !== undefined && { modes: list('modes') }),
    suspended: given['suspended'] === true,
  };
}
