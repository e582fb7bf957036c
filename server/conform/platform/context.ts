/** What the checks of a platform are made of: arrive, go through its screens, be called, fetch. */
import { createPrivateKey, randomUUID, sign, type X509Certificate } from 'node:crypto';
import { compactDecrypt } from 'jose';
import { decryptField, encryptField } from '../../protocol/mydata-1/fields.ts';
import type { Answer } from '../../calls/call.ts';
import { ask, type Question } from '../ask.ts';
import { Browser, type Page } from '../browser.ts';
import { Ended, expect, failed, skipped, type Tools } from '../check.ts';
import type { Client } from '../read-clients.ts';
import { pause, waitFor } from '../wait-for.ts';
import type { Resident } from './residents.ts';
import type { Called, SpSide } from './sp-side.ts';

export interface PlatformContext {
  readonly tools: Tools;
  readonly url: string;
  readonly client: Client;
  /** Others of the file: suspended, of other addresses, without datasets. */
  readonly clients: readonly Client[];
  readonly side: SpSide;
  readonly resources: readonly string[];
  readonly residents: readonly Resident[];
  readonly anchors?: readonly X509Certificate[];
  /** `resource_id:resource_secret` of a data provider. */
  readonly provider?: string;
  /** A person does what the screens ask. */
  readonly manual: boolean;
  readonly patience: number;
  /** One whole delivery, which several checks look at. */
  delivery?: Promise<Delivery>;
  fetched?: Promise<Fetched>;
}

// --- arriving ---

export interface Arriving {
  readonly clientId?: string;
  /** As they stand in the path. */
  readonly resources?: string;
  readonly txId?: string;
  /** null: none */
  readonly returnUrl?: string | null;
  readonly pid?: string | null;
  /** Put together by hand, so that nothing is escaped for us. */
  readonly query?: string;
  readonly signed?: boolean;
}

export type Arrived =
  | { readonly kind: 'opened'; readonly page: Page }
  /** At our registered address. */
  | { readonly kind: 'back'; readonly back: URL; readonly code: number; readonly txId?: string }
  /** The platform said so itself. */
  | { readonly kind: 'refused'; readonly status: number }
  /** Sent to where nobody registered. */
  | { readonly kind: 'astray'; readonly url: string };

/** → the `{resources}` segment, not yet percent-encoded */
export const base64Ids = (ids: readonly string[]): string => Buffer.from(ids.join(':')).toString('base64');

/**
 * Comes as a browser does; what is not told is right (client, datasets, a new `tx_id`, its address, a `pid`). → where
 * that led; a refusal is no failure here
 */
export async function arrive(
  context: PlatformContext,
  how: Arriving = {},
  browser = new Browser(context.tools),
): Promise<Arrived> {
  const { url, client, side } = context;
  const page = await browser.visit(addressOf(context, how), {
    stopAt: (to) => new URL(to).origin !== new URL(url).origin,
  });
  const there = new URL(page.url);
  if (there.origin === new URL(url).origin)
    return page.status < 400 ? { kind: 'opened', page } : { kind: 'refused', status: page.status };
  const registered = new URL(client.returnUrl);
  if (there.origin !== registered.origin || there.pathname !== registered.pathname)
    return { kind: 'astray', url: `${there.origin}${there.pathname}` };
  return { kind: 'back', back: there, ...side.read(there) };
}

function addressOf({ url, client, resources, residents }: PlatformContext, how: Arriving): string {
  const { clientId = client.clientId, txId = randomUUID(), signed = false, returnUrl = client.returnUrl } = how;
  const segments = [clientId, how.resources ?? base64Ids(resources), txId].map(encodeURIComponent).join('/');
  const pid = how.pid === undefined && !signed ? encryptField(client, personOf(residents)) : how.pid;
  const query = new URLSearchParams({
    ...(returnUrl !== null && { returnUrl }),
    ...(pid !== null && pid !== undefined && { pid }),
  });
  return `${url}/service/${signed ? 'spsignature/' : ''}${segments}?${how.query ?? query}`;
}

/** Where no test person is known, one whose number is right: entry does not need to know them. */
const personOf = (residents: readonly Resident[]): string => residents[0]?.nationalId ?? 'A123456789';

const said = (arrived: Arrived): string =>
  arrived.kind === 'back'
    ? `code=${arrived.code}`
    : arrived.kind === 'refused'
      ? `HTTP ${arrived.status}`
      : arrived.kind === 'astray'
        ? `→ ${arrived.url}`
        : 'opened';

/** Back with this code, or where nobody can be gone back to, the same as status of the platform's own page. */
export function expectCode(arrived: Arrived, code: number): void {
  const is =
    (arrived.kind === 'back' && arrived.code === code) || (arrived.kind === 'refused' && arrived.status === code);
  expect(is, `應以 ${code} 拒絕,卻是 ${said(arrived)}`, `must be refused with ${code}, not ${said(arrived)}`);
}

/** Ends the check as failed where the platform did not show its first screen. */
export function expectOpened(arrived: Arrived): asserts arrived is Extract<Arrived, { kind: 'opened' }> {
  expect(arrived.kind === 'opened', `應進入平臺畫面,卻是 ${said(arrived)}`, `must open, not ${said(arrived)}`);
}

// --- screens ---

export interface Going {
  readonly txId?: string;
  /** Who proves identity; the person of `pid` unless told. */
  readonly resident?: Resident;
  readonly pidOf?: Resident;
  readonly decision?: 'agree' | 'refuse';
  readonly query?: string;
  readonly signed?: boolean;
  /** Of the SP-API. */
  readonly answer?: number;
  readonly delay?: number;
}

export interface Gone {
  readonly txId: string;
  readonly back: URL;
  readonly backAt: number;
  readonly code: number;
  readonly backTxId?: string;
  readonly calls: readonly Called[];
  /** Names of the screens that were shown. */
  readonly screens: readonly string[];
}

const mostScreens = 400;

/** A resident's whole way. @throws Ended as skipped where nobody can go it */
export async function goThrough(context: PlatformContext, going: Going = {}): Promise<Gone> {
  const { side, client, residents, manual } = context;
  const txId = going.txId ?? randomUUID();
  const resident = going.resident ?? residents[0];
  const whose = going.pidOf ?? resident;
  if (!resident || !whose)
    throw new Ended(
      skipped(
        '不知道測試民眾:請以 --residents 提供,或用 --manual 由人操作',
        'no test person is known: give --residents, or go by hand with --manual',
      ),
    );
  if (going.answer !== undefined) side.answers.set(txId.toLowerCase(), { status: going.answer });
  if (going.delay !== undefined) side.delays.set(txId.toLowerCase(), going.delay);
  const how: Arriving = {
    txId,
    ...(going.signed ? { signed: true } : { pid: encryptField(client, whose.nationalId) }),
    ...(going.query !== undefined && { returnUrl: `${client.returnUrl}?${going.query}` }),
  };
  const screens: string[] = [];
  const back = manual
    ? await byHand(context, addressOf(context, how), going, resident)
    : await byForms(context, how, { decision: going.decision ?? 'agree', resident, screens });
  const { code, txId: backTxId } = side.read(back);
  return {
    txId,
    back,
    backAt: performance.now(),
    code,
    ...(backTxId !== undefined && { backTxId }),
    calls: side.calls.get(txId.toLowerCase()) ?? [],
    screens,
  };
}

async function byHand(
  { tools, side, patience }: PlatformContext,
  address: string,
  going: Going,
  resident: Resident,
): Promise<URL> {
  const before = side.returned.length;
  const does = going.decision === 'refuse' ? ['不同意', 'refuse'] : ['同意', 'agree'];
  tools.say({
    'zh-Hant': `請用瀏覽器開啟下列位址,以 ${resident.nationalId} 驗證身分,最後選「${does[0]}傳送」:\n${address}`,
    en: `open this address, prove to be ${resident.nationalId}, and ${does[1]} at the end:\n${address}`,
  });
  const back = await waitFor(Math.max(patience, 110_000), () => side.returned[before]);
  if (!back) throw new Ended(skipped('等不到瀏覽器回來', 'nobody came back'));
  return back;
}

interface Filling {
  readonly decision: 'agree' | 'refuse';
  readonly resident: Resident;
  readonly screens: string[];
}

async function byForms(context: PlatformContext, how: Arriving, filling: Filling): Promise<URL> {
  const browser = new Browser(context.tools);
  const away = (to: string): boolean => new URL(to).origin !== new URL(context.url).origin;
  const arrived = await arrive(context, how, browser);
  if (arrived.kind === 'back') return arrived.back;
  expectOpened(arrived);
  let { page } = arrived;
  for (let count = 0; count < mostScreens; count += 1) {
    if (away(page.url)) return new URL(page.url);
    const name = new URL(page.url).pathname.split('/').at(-1) ?? '';
    filling.screens.push(name);
    if (['fetching', 'delivering', 'working'].includes(name)) {
      await pause(50);
      page = await browser.visit(page.url, { stopAt: away });
      continue;
    }
    const form = formIn(page.text, filling);
    if (!form)
      throw new Ended(
        skipped(
          `不會操作的畫面:${new URL(page.url).pathname}。請用 --manual`,
          `a screen that no script knows: ${new URL(page.url).pathname}; go by hand with --manual`,
        ),
      );
    expect(
      page.status < 500,
      `畫面 ${name} 回應 HTTP ${page.status}`,
      `the screen ${name} answered HTTP ${page.status}`,
    );
    page = await browser.visit(new URL(form.action, page.url).href, { form: form.fields, stopAt: away });
  }
  throw new Ended(failed('畫面走不完', 'the screens do not end'));
}

/** The screens of docs/outside-clients.md. → undefined where there is no form that is known */
function formIn(
  text: string,
  { decision, resident }: Filling,
): { readonly action: string; readonly fields: Record<string, string> } | undefined {
  const forms = [...text.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head]) => /method="post"/i.test(head ?? ''))
    .map(([, head = '', inside = '']) => ({ action: attribute(head, 'action') ?? '', inside, names: namesIn(inside) }));
  const form =
    forms.find(({ names }) => names.includes('decision')) ??
    forms.find(({ names }) => names.includes('certificate')) ??
    forms.find(({ names }) => names.includes('agree')) ??
    forms.find(({ names }) => names.includes('csrf'));
  if (!form) return undefined;
  const fields = hiddenIn(form.inside);
  const { names } = form;
  if (names.includes('decision')) fields['decision'] = decision;
  if (names.includes('agree')) fields['agree'] = 'yes';
  if (names.includes('certificate')) {
    const signature = sign('sha256', Buffer.from(fields['challenge'] ?? ''), createPrivateKey(resident.privateKeyPem));
    Object.assign(fields, {
      nationalId: resident.nationalId,
      birthday: resident.rocBirthday,
      certificate: resident.certificatePem,
      signature: signature.toString('base64'),
    });
  }
  return { action: form.action, fields };
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
const namesIn = (form: string): readonly string[] =>
  [...form.matchAll(/\bname="([^"]*)"/g)].map(([, name = '']) => name);
const hiddenIn = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'name') ?? '',
      attribute(tag, 'value') ?? '',
    ]),
  );

// --- a delivery ---

export interface Delivery extends Gone {
  readonly call: Called;
  readonly ticket: string;
  readonly secretKey: string;
}

/** Gone through once for all checks that look at it. */
export function delivered(context: PlatformContext): Promise<Delivery> {
  return (context.delivery ??= deliver(context));
}

/** A parameter of the service provider's own, which comes back. */
export const ownQuery = 'case=A%2B1&step=2';
export const spApiDelay = 300;

async function deliver(context: PlatformContext): Promise<Delivery> {
  const gone = await goThrough(context, { query: ownQuery, delay: spApiDelay });
  const [call] = gone.calls;
  expect(call, `SP-API 沒有被呼叫(返回代碼 ${gone.code})`, `the SP-API was not called (back with ${gone.code})`);
  const { permission_ticket: ticket, secret_key: key } = call.body;
  expect(typeof ticket === 'string', 'SP-API 呼叫沒有 permission_ticket', 'the call has no permission_ticket');
  let secretKey: string | undefined;
  try {
    secretKey = decryptField(context.client, String(key));
  } catch {
    secretKey = undefined;
  }
  expect(secretKey !== undefined, 'secret_key 解不開', 'secret_key cannot be decrypted');
  return { ...gone, call, ticket, secretKey };
}

/**
 * GET below `/service/` as a service provider's backend, whatever the answer is; where none comes the check has failed.
 */
export const getService = (
  { tools, url }: PlatformContext,
  path: string,
  headers: Question['headers'] = {},
): Promise<Answer> => ask(tools, `${url}/service/${path}`, { headers });

export interface Fetched {
  readonly answer: Answer;
  readonly jwe: string;
  readonly header: Readonly<Record<string, unknown>>;
  /** Decrypted. */
  readonly envelope: { readonly filename?: unknown; readonly data?: unknown };
}

/**
 * The package of `delivered`, fetched and decrypted once for all checks that look at it. Comes back while it gets 403
 * or 429, as long as the context's patience. Fails the check where it cannot be had.
 */
export function fetched(context: PlatformContext): Promise<Fetched> {
  return (context.fetched ??= fetchIt(context));
}

async function fetchIt(context: PlatformContext): Promise<Fetched> {
  const { ticket, secretKey } = await delivered(context);
  const answer = await waitFor(context.patience, async () => {
    const got = await getService(context, 'data', { permission_ticket: ticket });
    if (got.status !== 429 && got.status !== 403) return got;
    await pause(500);
    return undefined;
  });
  expect(
    answer?.status === 200,
    `取資料得到 ${answer?.status ?? '429 或 403'}`,
    `data was answered ${answer?.status ?? '429 or 403'}`,
  );
  const jwe = answer.bytes.toString('utf8').trim();
  expect(/^[\w-]+(\.[\w-]+){4}$/.test(jwe), '不是 compact JWE', 'it is no compact JWE');
  const header = JSON.parse(Buffer.from(jwe.split('.')[0]!, 'base64url').toString('utf8')) as Fetched['header'];
  const { plaintext } = await compactDecrypt(jwe, new TextEncoder().encode(secretKey)).catch(() => {
    throw new Ended(
      failed(
        '以 secret_key 的 32 個字元為金鑰解不開',
        'cannot be decrypted with the 32 characters of secret_key as the key',
      ),
    );
  });
  return { answer, jwe, header, envelope: JSON.parse(new TextDecoder().decode(plaintext)) as Fetched['envelope'] };
}
