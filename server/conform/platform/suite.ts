/** A platform in its test environment, by a kit that plays the service provider. */
import { readBundle } from '../../crypto/read-certificate.ts';
import { mustBeThere } from '../ask.ts';
import { CannotRun, type Option, type Suite, type Values } from '../check.ts';
import { readClients, type Client } from '../read-clients.ts';
import { readNamedFile, readNumber, readUrl, textOf } from '../read-options.ts';
import { dataChecks } from './checks/data.ts';
import { deliveryChecks } from './checks/delivery.ts';
import { entryChecks } from './checks/entry.ts';
import { questionChecks } from './checks/questions.ts';
import { signatureChecks } from './checks/signature.ts';
import type { PlatformContext } from './context.ts';
import { readResidents } from './residents.ts';
import { SpSide } from './sp-side.ts';

const options: Readonly<Record<string, Option>> = {
  url: {
    type: 'string',
    value: '<https://…>',
    needed: true,
    help: { 'zh-Hant': '平臺(測試環境)的位址', en: 'address of the platform, in its test environment' },
  },
  client: {
    type: 'string',
    value: '<file.json>',
    needed: true,
    help: {
      'zh-Hant': '平臺上的登錄;return_url 與 sp_api_url 指向檢測工具。另有 suspended 或不含 resources 的登錄時一併檢查',
      en: 'the registration there, with return_url and sp_api_url of the kit; others that are suspended or without resources are tried too',
    },
  },
  'client-id': {
    type: 'string',
    value: '<CLI.…>',
    help: { 'zh-Hant': '檔案裡有幾筆登錄時,以哪一筆為主', en: 'which is the main one, where the file has several' },
  },
  listen: {
    type: 'string',
    value: '<port>',
    help: {
      'zh-Hant': '檢測工具扮演服務提供者的連接埠,預設是 sp_api_url 的',
      en: 'port at which the kit plays the service provider; that of sp_api_url unless told',
    },
  },
  resources: {
    type: 'string',
    value: '<API.…,API.…>',
    help: {
      'zh-Hant': '要求哪些資料集,預設是登錄的全部',
      en: 'datasets to ask for; all that are registered unless told',
    },
  },
  residents: {
    type: 'string',
    value: '<file.json>',
    help: {
      'zh-Hant': '測試民眾與其自然人憑證,預設取自平臺的 /sandbox/residents',
      en: 'test persons with their citizen certificates; those of /sandbox/residents unless told',
    },
  },
  ca: {
    type: 'string',
    value: '<file.pem>',
    help: { 'zh-Hant': '信任的憑證機構,用來驗證資料包', en: 'authorities to verify packages with' },
  },
  provider: {
    type: 'string',
    value: '<id:secret>',
    help: {
      'zh-Hant': '一個資料提供者的 resource_id:resource_secret',
      en: 'resource_id:resource_secret of a data provider',
    },
  },
  manual: {
    type: 'boolean',
    help: { 'zh-Hant': '平臺的畫面由人操作,每次等候', en: 'a person does what the screens ask, each time waited for' },
  },
  patience: {
    type: 'string',
    value: '<seconds>',
    default: '60',
    help: {
      'zh-Hant': '平臺自己該做的事最多等幾秒',
      en: 'seconds that something may take which the platform does by itself',
    },
  },
};

export const platformSuite: Suite<PlatformContext> = {
  party: 'platform',
  title: { 'zh-Hant': '平臺', en: 'platform' },
  options,
  checks: [...entryChecks, ...signatureChecks, ...deliveryChecks, ...dataChecks, ...questionChecks],
  async open(values, tools) {
    const url = readUrl(values, 'url');
    const all = await readClients(values);
    const client = mainOf(all, textOf(values, 'client-id'));
    const resources = resourcesOf(values, client);
    const anchors = values['ca'] === undefined ? undefined : anchorsIn(await readNamedFile(values, 'ca'));
    const patience = readNumber(values, 'patience', { least: 1, most: 600 }) * 1000;
    const provider = textOf(values, 'provider');
    if (provider !== undefined && !/^[^:]+:.+$/.test(provider))
      throw new CannotRun({ 'zh-Hant': '必須是 id:secret', en: 'must be id:secret' }, 'provider');
    await mustBeThere(tools, url, 'url');
    const residents = await readResidents(values, tools, url);
    const side = new SpSide(client);
    const { port, protocol } = new URL(client.spApiUrl);
    const usual = Number(port || (protocol === 'https:' ? 443 : 80));
    await side.open(values['listen'] === undefined ? usual : readNumber(values, 'listen', { least: 0, most: 65_535 }));
    return {
      tools,
      url,
      client,
      clients: all.filter((one) => one !== client),
      side,
      resources,
      residents,
      ...(anchors && { anchors }),
      ...(provider !== undefined && { provider }),
      manual: values['manual'] === true,
      patience,
    };
  },
  close: ({ side }) => side.close(),
};

function mainOf(clients: readonly Client[], id: string | undefined): Client {
  const usable = clients.filter(({ suspended, resources }) => !suspended && resources.length);
  const found = id === undefined ? usable[0] : usable.find(({ clientId }) => clientId === id);
  if (found) return found;
  const ids = usable.map(({ clientId }) => clientId).join(', ');
  throw new CannotRun(
    ids
      ? { 'zh-Hant': `請指定其中一筆:${ids}`, en: `name one of ${ids}` }
      : {
          'zh-Hant': '檔案裡沒有可用、含 resources 的登錄',
          en: 'the file has no client with resources that is not suspended',
        },
    ids ? 'client-id' : 'client',
  );
}

function resourcesOf(values: Values, { resources }: Client): readonly string[] {
  const asked = textOf(values, 'resources')
    ?.split(',')
    .map((id) => id.trim());
  const foreign = asked?.filter((id) => !resources.includes(id)) ?? [];
  if (foreign.length)
    throw new CannotRun(
      { 'zh-Hant': `沒有登錄 ${foreign.join('、')}`, en: `${foreign.join(', ')} is not registered` },
      'resources',
    );
  return asked ?? resources;
}

function anchorsIn(pem: string): ReturnType<typeof readBundle> {
  try {
    return readBundle(pem);
  } catch (error) {
    const { message } = error as Error;
    throw new CannotRun({ 'zh-Hant': `無法讀取憑證:${message}`, en: `certificates cannot be read: ${message}` }, 'ca');
  }
}
