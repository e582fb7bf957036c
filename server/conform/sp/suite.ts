/** A service provider, by a kit that plays the platform. */
import { mustBeThere } from '../ask.ts';
import { CannotRun, type Option, type Suite } from '../check.ts';
import { readClients, type Client } from '../read-clients.ts';
import { readNamedJson, readNumber, readUrl, textOf } from '../read-options.ts';
import { beginByHand, beginBySteps, readSteps } from './begin.ts';
import { dataChecks } from './checks/data.ts';
import { entryChecks } from './checks/entry.ts';
import { packageChecks } from './checks/packages.ts';
import { returnChecks } from './checks/returns.ts';
import { spApiChecks } from './checks/sp-api.ts';
import type { SpContext } from './context.ts';
import { readPayloads } from './payloads.ts';
import { PlatformSide } from './platform-side.ts';
import { makeSigners, readAuthority, type Signers } from './trust.ts';

const options: Readonly<Record<string, Option>> = {
  url: {
    type: 'string',
    value: '<https://…>',
    needed: true,
    help: {
      'zh-Hant': '民眾開始使用 MyData 的網址;開啟後會轉往平臺。需要更多步驟時用 --begin',
      en: 'where a resident begins with MyData, so that it redirects to the platform; where that takes more, see --begin',
    },
  },
  client: {
    type: 'string',
    value: '<file.json>',
    needed: true,
    help: {
      'zh-Hant': '登錄資料(client_id、client_secret、cbc_iv、return_url、sp_api_url、resources)',
      en: 'the registration: client_id, client_secret, cbc_iv, return_url, sp_api_url, resources',
    },
  },
  'client-id': {
    type: 'string',
    value: '<CLI.…>',
    help: { 'zh-Hant': '檔案裡有幾筆登錄時,要測哪一筆', en: 'which one, where the file has several' },
  },
  listen: {
    type: 'string',
    value: '<port>',
    default: '9800',
    help: { 'zh-Hant': '檢測工具扮演平臺的連接埠', en: 'port at which the kit plays the platform' },
  },
  address: {
    type: 'string',
    value: '<https://…>',
    help: {
      'zh-Hant': '服務提供者設定的平臺位址,預設 http://localhost:連接埠',
      en: 'the platform’s address as the service provider has it; http://localhost:port unless told',
    },
  },
  begin: {
    type: 'string',
    value: '<file.json>',
    help: {
      'zh-Hant': '開始一次的步驟:[{"url","method","form","json","headers"}],文字裡的 {person} 是測試民眾',
      en: 'steps of one begin: [{"url","method","form","json","headers"}], {person} is the test person',
    },
  },
  manual: {
    type: 'boolean',
    help: { 'zh-Hant': '由人用瀏覽器開始,每次等候', en: 'a person begins in a browser, each time waited for' },
  },
  person: {
    type: 'string',
    value: '<national id>',
    help: {
      'zh-Hant': '測試民眾,預設是第一位有所有資料的',
      en: 'the test person; the first invented one who holds all unless told',
    },
  },
  payloads: {
    type: 'string',
    value: '<folder>',
    help: {
      'zh-Hant': '測試民眾的資料檔,API.….json、.csv 或 .pdf',
      en: 'files of the test person: API.….json, .csv or .pdf',
    },
  },
  pki: {
    type: 'string',
    value: '<folder>',
    default: '.conform',
    help: {
      'zh-Hant': '檢測用憑證機構;請讓服務提供者信任其中的 ca.pem',
      en: 'the kit’s own authority; let the service provider trust ca.pem in it',
    },
  },
  'write-ca': {
    type: 'boolean',
    alone: true,
    help: { 'zh-Hant': '只做出 ca.pem 就結束', en: 'makes ca.pem and ends' },
  },
  'probe-url': {
    type: 'string',
    value: '<https://…>',
    help: {
      'zh-Hant': '看得到結果的位址(JSON:[{"tx_id","result":"accepted|refused|ended"}]),可含 {tx_id}',
      en: 'where the outcome can be seen, as JSON [{"tx_id","result":"accepted|refused|ended"}]; may hold {tx_id}',
    },
  },
  patience: {
    type: 'string',
    value: '<seconds>',
    default: '75',
    help: {
      'zh-Hant': '服務提供者自己該做的事最多等幾秒',
      en: 'seconds that something may take which the service provider does by itself',
    },
  },
  quiet: {
    type: 'string',
    value: '<milliseconds>',
    default: '2000',
    help: { 'zh-Hant': '不該發生的事觀察多久', en: 'how long is looked at what must not happen' },
  },
};

export const spSuite: Suite<SpContext> = {
  party: 'sp',
  title: { 'zh-Hant': '服務提供者', en: 'service provider' },
  options,
  checks: [...entryChecks, ...spApiChecks, ...packageChecks, ...dataChecks, ...returnChecks],
  async instead(values, tools) {
    const { caFile } = await readAuthority(textOf(values, 'pki')!, tools.now());
    tools.say({ 'zh-Hant': `請讓服務提供者信任 ${caFile}`, en: `let the service provider trust ${caFile}` });
  },
  async open(values, tools) {
    const now = tools.now();
    const authority = await readAuthority(textOf(values, 'pki')!, now);
    const client = pick(await readClients(values), textOf(values, 'client-id'));
    const patience = readNumber(values, 'patience', { least: 1, most: 600 }) * 1000;
    const quiet = readNumber(values, 'quiet', { least: 1, most: 60_000 });
    const url = readUrl(values, 'url');
    const steps = values['begin'] === undefined ? [{ url }] : readSteps(await readNamedJson(values, 'begin'), 'begin');
    const [folder, person] = [textOf(values, 'payloads'), textOf(values, 'person')];
    const payloads = await readPayloads({
      ...(folder !== undefined && { folder }),
      ...(person !== undefined && { person }),
      resources: client.resources,
    });
    const probeUrl = values['probe-url'] === undefined ? undefined : readUrl(values, 'probe-url');
    if (!values['manual']) await mustBeThere(tools, url, 'url');
    const side = new PlatformSide([client]);
    const port = await side.open(readNumber(values, 'listen', { least: 0, most: 65_535 }));
    const address = values['address'] === undefined ? `http://localhost:${port}` : readUrl(values, 'address');
    let signers: Promise<Signers> | undefined;
    tools.say({
      'zh-Hant': `平臺位址 ${address},信任的憑證機構 ${authority.caFile}`,
      en: `platform ${address}, authority ${authority.caFile}`,
    });
    return {
      tools,
      client,
      side,
      payloads,
      signers: () => (signers ??= makeSigners(authority, now)),
      ...(probeUrl !== undefined && { probeUrl }),
      patience,
      quiet,
      begin: () =>
        values['manual']
          ? beginByHand(tools, side, url, payloads.person, patience)
          : beginBySteps(tools, steps, payloads.person, address),
    };
  },
  close: ({ side }) => side.close(),
};

function pick(clients: readonly Client[], id: string | undefined): Client {
  const found = id === undefined && clients.length === 1 ? clients[0] : clients.find(({ clientId }) => clientId === id);
  if (found) return found;
  const ids = clients.map(({ clientId }) => clientId).join(', ');
  throw new CannotRun({ 'zh-Hant': `請指定其中一筆:${ids}`, en: `name one of ${ids}` }, 'client-id');
}
