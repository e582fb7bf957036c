/** A data provider's server, asked as the platform asks; the kit stands in for the platform that it introspects tokens at. */
import { inUse } from '#schemas/datasets/catalogue.ts';
import { readBundle } from '../../crypto/read-certificate.ts';
import { withHeartbeat } from '../../platform/providers/provider-of.ts';
import { mustBeThere } from '../ask.ts';
import { CannotRun, type Suite } from '../check.ts';
import { readNamedFile, readNumber, readUrl, textOf } from '../read-options.ts';
import type { Values } from '../check.ts';
import { checks } from './checks.ts';
import type { DpContext } from './context.ts';
import { openPlatformSide } from './platform-side.ts';

export const dpSuite: Suite<DpContext> = {
  party: 'dp',
  title: { 'zh-Hant': '資料提供者', en: 'data provider' },
  options: {
    url: {
      type: 'string',
      value: '<https://…>',
      needed: true,
      help: { 'zh-Hant': '資料集 DP-API 的完整位址', en: 'whole address of the dataset’s DP-API' },
    },
    resource: {
      type: 'string',
      value: '<API.…>',
      needed: true,
      help: { 'zh-Hant': '資料集代碼', en: 'id of the dataset' },
    },
    secret: {
      type: 'string',
      value: '<text>',
      needed: true,
      help: { 'zh-Hant': '它查驗權杖用的 resource_secret', en: 'the resource_secret that it introspects with' },
    },
    ca: {
      type: 'string',
      value: '<file.pem>',
      needed: true,
      help: { 'zh-Hant': '簽發其憑證的管理中心（PEM）', en: 'the authority of its certificate (PEM)' },
    },
    person: {
      type: 'string',
      value: '<id>',
      needed: true,
      help: { 'zh-Hant': '有資料的測試人統一編號', en: 'national id of a test person whose record it holds' },
    },
    'no-record': {
      type: 'string',
      value: '<id>',
      default: 'A800000014',
      help: { 'zh-Hant': '沒有資料的人', en: 'of somebody of whom it holds nothing' },
    },
    port: {
      type: 'string',
      value: '<port>',
      default: '9900',
      help: {
        'zh-Hant': '本工具扮演平臺的連接埠；受測方的平臺位址請設為 http://localhost:9900',
        en: 'where the kit stands in for the platform: set the address of the platform in your server to http://localhost:9900',
      },
    },
    method: {
      type: 'string',
      value: 'GET|POST',
      default: 'GET',
      help: { 'zh-Hant': '平臺呼叫的方法', en: 'how the platform calls' },
    },
    heartbeat: {
      type: 'string',
      value: '<https://…>',
      help: {
        'zh-Hant': '心跳位址，預設為 url 加 heartbeat=true',
        en: 'address of the heartbeat; else url with heartbeat=true',
      },
    },
    parameters: {
      type: 'string',
      value: '<year=114&…>',
      help: { 'zh-Hant': '資料集的參數', en: 'what the dataset asks of the resident' },
    },
    header: {
      type: 'string',
      value: '<name: value>',
      help: { 'zh-Hant': '機關自己的固定標頭', en: 'a fixed header of the agency’s own' },
    },
  },
  checks,
  async open(values, tools) {
    const url = readUrl(values, 'url');
    const method = textOf(values, 'method');
    if (method !== 'GET' && method !== 'POST')
      throw new CannotRun({ 'zh-Hant': '必須是 GET 或 POST', en: 'must be GET or POST' }, 'method');
    const resource = readResource(values);
    const anchors = await readAnchors(values);
    const port = readNumber(values, 'port', { least: 0, most: 65_535 });
    await mustBeThere(tools, url, 'url');
    return {
      tools,
      url,
      heartbeatUrl: values['heartbeat'] === undefined ? withHeartbeat(url) : readUrl(values, 'heartbeat'),
      resource,
      method,
      anchors,
      person: readId(values, 'person'),
      stranger: readId(values, 'no-record'),
      parameters: Object.fromEntries(new URLSearchParams(textOf(values, 'parameters') ?? '')),
      headers: readHeader(values),
      waits: [],
      side: await openPlatformSide(port, { resource, secret: textOf(values, 'secret') ?? '' }),
    };
  },
  close: ({ side }) => side.close(),
};

async function readAnchors(values: Values): Promise<DpContext['anchors']> {
  const pem = await readNamedFile(values, 'ca');
  try {
    return readBundle(pem);
  } catch {
    throw new CannotRun({ 'zh-Hant': '檔案裡沒有 PEM 憑證', en: 'the file holds no certificate in PEM form' }, 'ca');
  }
}

/** Of another dataset nothing is known that its fields could be held to. */
function readResource(values: Values): string {
  const id = textOf(values, 'resource') ?? '';
  if (!inUse.has(id))
    throw new CannotRun({ 'zh-Hant': `沒有「${id}」這項資料集`, en: `there is no dataset "${id}"` }, 'resource');
  return id;
}

function readId(values: Values, name: string): string {
  const id = textOf(values, name) ?? '';
  if (!/^[A-Z][A-Z0-9]\d{8}$/.test(id))
    throw new CannotRun({ 'zh-Hant': '不是統一編號', en: 'is no national id' }, name);
  return id;
}

function readHeader(values: Values): Readonly<Record<string, string>> {
  const text = textOf(values, 'header');
  if (text === undefined) return {};
  const [, name, value] = /^([\w-]+):\s*(\S.*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new CannotRun({ 'zh-Hant': '要寫成 name: value', en: 'must be name: value' }, 'header');
  return { [name]: value };
}
