/** What the checks of a service provider are made of: begin, say what the platform says, look at what comes of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { decodeResources } from '../../protocol/mydata-1/resources.ts';
import { tryAsking } from '../ask.ts';
import type { Outcome as Answered } from '../../calls/call.ts';
import { Ended, expect, failed, skipped, type Outcome, type Tools } from '../check.ts';
import type { Browser, Page } from '../browser.ts';
import type { Client } from '../read-clients.ts';
import { waitFor } from '../wait-for.ts';
import type { Begun } from './begin.ts';
import { makePackage, type Form } from './make-package.ts';
import type { Payloads } from './payloads.ts';
import type { PlatformSide, Transaction } from './platform-side.ts';
import { verdictIn, type Verdict } from './probe.ts';
import type { Signers } from './trust.ts';

export interface SpContext {
  readonly tools: Tools;
  readonly client: Client;
  readonly side: PlatformSide;
  readonly payloads: Payloads;
  /** Made when the first package is: keys take their time. */
  signers(): Promise<Signers>;
  /** `https://sp.example/status?tx={tx_id}` */
  readonly probeUrl?: string;
  /** How long something may take that the service provider does by itself. */
  readonly patience: number;
  /** How long is looked at what must not happen. */
  readonly quiet: number;
  begin(): Promise<Begun>;
  /** Whether it says by `DELETE /service/data` what became of a package; not known before the first. */
  confirms?: boolean;
}

export interface Journey {
  readonly browser: Browser;
  readonly transaction: Transaction;
}

/** Begins at the service provider's site and arrives at the kit, which stands in for the platform. */
export async function newJourney(context: SpContext): Promise<Journey> {
  const { browser, arrival } = await context.begin();
  return { browser, transaction: context.side.begin(arrival) };
}

/** The same each time, and hexadecimal as platforms send it. */
export const newSecretKey = (): string => 'c0ffee00'.repeat(4);

export interface SpApiCall {
  readonly secretKey?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** The body of a call as the platform makes it. */
export const spApiBody = (
  { client }: SpContext,
  { ticket, arrival }: Transaction,
  { secretKey, more }: SpApiCall,
): object => ({
  tx_id: arrival.txId,
  permission_ticket: ticket,
  ...(secretKey !== undefined && { secret_key: encryptField(client, secretKey) }),
  ...(client.apiKey !== undefined && { apiKey: client.apiKey }),
  ...more,
});

/** A text is sent as it is, all else as JSON. → the answer, or why there was none: it never throws */
export const postSpApi = ({ tools, client }: SpContext, body: unknown): Promise<Answered> =>
  tryAsking(tools, client.spApiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    timeout: 60_000,
  });

/** Says that the data is there. @throws Ended where it is not accepted */
export async function deliver(context: SpContext, { transaction }: Journey, call: SpApiCall): Promise<void> {
  transaction.status = '200';
  const answer = await postSpApi(context, spApiBody(context, transaction, call));
  const got = answer.kind === 'answer' ? `HTTP ${answer.status}` : answer.kind;
  expect(
    answer.kind === 'answer' && (answer.status === 200 || answer.status === 201),
    `SP-API 應回 200,卻是 ${got}`,
    `the SP-API must answer 200, not ${got}`,
  );
  transaction.accepted = true;
}

/** → return address with `code` and encrypted `tx_id` before its own query, as the platform builds it */
export const backTo = ({ client }: SpContext, { arrival }: Transaction, code: number): string => {
  const url = new URL(arrival.returnUrl ?? client.returnUrl);
  const query = url.search.slice(1);
  const ours = new URLSearchParams({ code: String(code), tx_id: encryptField(client, arrival.txId) });
  url.search = query ? `${ours}&${query}` : String(ours);
  return url.href;
};

/** The browser goes back; it is looked at that this ends on a page. */
export async function comeBack(context: SpContext, { browser, transaction }: Journey, code: number): Promise<Page> {
  const again = (url: string): boolean =>
    /\/service\/(spsignature\/)?CLI\./.test(url) && !url.startsWith(context.client.returnUrl);
  const page = await browser.visit(backTo(context, transaction, code), { stopAt: again });
  expect(
    !again(page.url),
    `回到網站後又被送往平臺(代碼 ${code})`,
    `back with ${code}, the browser was sent to the platform again`,
  );
  expect(
    (page.status >= 200 && page.status < 300) || (page.status >= 400 && page.status < 500),
    `代碼 ${code} 的返回頁面回應 HTTP ${page.status}`,
    `the page that a return with ${code} leads to answered HTTP ${page.status}`,
  );
  return page;
}

export type Making = Partial<Omit<Form, 'clientId' | 'cbcIv'>>;

/** → for each dataset that was asked, in that order, what a package will hold of it */
export const rowsOf = ({ payloads }: SpContext, { arrival }: Transaction): Form['rows'] =>
  decodeResources(arrival.resources).map((id) => payloads.rowOf(id));

/** A whole journey with one package. */
export async function sendPackage(context: SpContext, making: Making = {}): Promise<Journey> {
  const journey = await newJourney(context);
  const { transaction } = journey;
  const secretKey = making.secretKey ?? newSecretKey();
  const jwe = await makePackage({
    rows: rowsOf(context, transaction),
    signer: (await context.signers()).good,
    ...making,
    clientId: context.client.clientId,
    cbcIv: context.client.cbcIv,
    secretKey,
  });
  transaction.answers = [
    { status: 200, headers: { 'content-type': 'application/jwe; charset=UTF-8' }, body: jwe },
    { status: 201 },
  ];
  await deliver(context, journey, { secretKey });
  await comeBack(context, journey, 200);
  await fetchOf(context, transaction);
  return journey;
}

/** Waits until the package was asked for. @throws Ended */
export async function fetchOf({ patience }: SpContext, transaction: Transaction, times = 1): Promise<void> {
  const asked = await waitFor(patience, () => (transaction.fetched.length >= times ? true : undefined));
  const seconds = Math.round(patience / 1000);
  expect(
    asked,
    `${seconds} 秒內應取資料 ${times} 次,只有 ${transaction.fetched.length} 次`,
    `data must be asked for ${times} times within ${seconds} seconds; it was ${transaction.fetched.length}`,
  );
}

/** → what became of the package; undefined where nobody can tell from outside */
export async function verdictOf(context: SpContext, { transaction }: Journey): Promise<Verdict | undefined> {
  if (context.probeUrl === undefined && context.confirms === false) return undefined;
  return waitFor(context.probeUrl === undefined ? Math.min(context.patience, 5_000) : context.patience, async () => {
    if (transaction.stored !== undefined) return transaction.stored ? 'accepted' : 'refused';
    return probed(context, transaction);
  });
}

async function probed({ tools, probeUrl }: SpContext, { arrival }: Transaction): Promise<Verdict | undefined> {
  if (probeUrl === undefined) return undefined;
  const outcome = await tryAsking(tools, probeUrl.replaceAll('{tx_id}', encodeURIComponent(arrival.txId)));
  if (outcome.kind !== 'answer' || outcome.status !== 200) return undefined;
  return verdictIn(outcome.bytes.toString('utf8'), arrival.txId);
}

/** Sends a package, and holds what became of it against what is due. */
export async function dueFor(context: SpContext, due: Verdict, making: Making): Promise<Outcome> {
  if (context.probeUrl === undefined && context.confirms === false) return byHand(due);
  const journey = await sendPackage(context, making);
  const verdict = await verdictOf(context, journey);
  if (verdict === undefined) return byHand(due, journey.transaction.arrival.txId);
  return verdict === due ? { kind: 'passed' } : failed(...wrong[due]);
}

const wrong: Readonly<Record<Verdict, readonly [zh: string, en: string]>> = {
  accepted: ['正確的資料包被拒絕', 'a right package was refused'],
  refused: ['有問題的資料包被接受', 'a package that is not right was accepted'],
};

function byHand(due: Verdict, txId?: string): Outcome {
  const tx = txId === undefined ? '' : ` tx_id ${txId}`;
  return due === 'accepted'
    ? skipped(
        `外部看不到結果:請以 --probe-url 提供查詢位址,或在網站上確認資料已帶入${tx}`,
        `not to be seen from outside: give --probe-url, or look on the site that the data is there${tx}`,
      )
    : skipped(
        `外部看不到結果:請以 --probe-url 提供查詢位址,或在網站上確認沒有帶入任何資料${tx}`,
        `not to be seen from outside: give --probe-url, or look on the site that nothing of it is there${tx}`,
      );
}

/** For what must not happen. */
export const stayQuiet = ({ quiet }: SpContext): Promise<void> => pause(quiet);

/** → to be thrown inside a check: it then counts as skipped */
export const notChecked = (zh: string, en: string): Ended => new Ended(skipped(zh, en));
