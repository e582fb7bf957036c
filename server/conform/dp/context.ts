/** How a dataset is asked for, as the platform does it, and how its package is looked at. */
import type { X509Certificate } from 'node:crypto';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../../calls/call.ts';
import { openPackage, type OpenPackage } from '../../packages/open-package.ts';
import { PackageError } from '../../protocol/mydata-1/errors.ts';
import { ask } from '../ask.ts';
import { expect, Ended, failed, type Outcome, type Tools } from '../check.ts';
import type { PlatformSide } from './platform-side.ts';

export interface DpContext {
  readonly tools: Tools;
  readonly side: PlatformSide;
  readonly url: string;
  readonly heartbeatUrl: string;
  readonly resource: string;
  readonly method: 'GET' | 'POST';
  readonly anchors: readonly X509Certificate[];
  /** Somebody whose record it holds. */
  readonly person: string;
  /** Somebody of whom it holds nothing. */
  readonly stranger: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** The agency's own. */
  readonly headers: Readonly<Record<string, string>>;
  /** `Retry-After` of each 429 so far, as it came. */
  readonly waits: (string | null)[];
  /** The first whole answer, for the checks that look at it from several sides. */
  first?: Promise<Answer>;
}

export interface Asking {
  /** undefined: none is sent. */
  readonly authorization?: string;
  readonly method?: 'GET' | 'POST';
  readonly transactionUid?: string;
}

/**
 * One call of the dataset, whatever it answers; where no answer comes the check has failed. Parameters go as headers,
 * with POST as JSON too. Without `transactionUid` each call is a new one.
 */
export const askOnce = (
  { tools, url, method: usual, parameters, headers: own }: DpContext,
  { authorization, method = usual, transactionUid = randomUUID() }: Asking,
): Promise<Answer> => {
  const headers = new Headers(own);
  headers.set('accept', 'application/zip');
  headers.set('transaction_uid', transactionUid);
  if (authorization !== undefined) headers.set('authorization', authorization);
  for (const [name, value] of Object.entries(parameters)) headers.set(name, encoded(value));
  if (method === 'POST') headers.set('content-type', 'application/json');
  return ask(tools, url, { method, headers, ...(method === 'POST' && { body: JSON.stringify(parameters) }) });
};

/** As the platform writes a header: what is not visible ASCII percent-encoded, and `%`. */
const encoded = (value: string): string => value.replace(/[^\x21-\x7e]+|%/g, encodeURIComponent);

/** Comes back as long as it prepares, with the same `transaction_uid`; the time of the check is the limit. */
export async function askUntilReady(context: DpContext, asking: Asking): Promise<Answer> {
  const again = { transactionUid: randomUUID(), ...asking };
  for (let tries = 0; ; tries += 1) {
    const answer = await askOnce(context, again);
    if (answer.status !== 429 && answer.status !== 426) return answer;
    const after = answer.headers.get('retry-after');
    context.waits.push(after);
    expect(
      tries < 15,
      '16 次後仍未備妥（平臺最多問 16 次）',
      'not ready after 16 tries, the most that the platform makes',
    );
    await pause(/^\d+$/.test(after ?? '') ? Math.max(1, Number(after)) * 1000 : 5_000);
  }
}

/** The usual slip: its platform is another than the kit. */
export function unasked({ side }: DpContext): readonly [zh: string, en: string] {
  if (side.wasAsked()) return ['', ''];
  const { address } = side;
  return [
    `。它一次也沒有來問本工具扮演的平臺：受測方的平臺位址要設為 ${address}（連接埠是 --port）`,
    `. It has never asked the platform that the kit stands in for: set the platform’s address in it to ${address} (the port is --port)`,
  ];
}

/** For a token of the person. @throws Ended where it is not 200 */
export async function had(context: DpContext, asking: Asking): Promise<Answer> {
  const answer = await askUntilReady(context, asking);
  const [zh, en] = unasked(context);
  expect(
    answer.status === 200,
    `有效的權杖應得 200，卻是 HTTP ${answer.status}${zh}`,
    `a good token must get 200, not HTTP ${answer.status}${en}`,
  );
  const type = answer.headers.get('content-type');
  expect(
    /^application\/zip\b/i.test(type ?? ''),
    `Content-Type 應為 application/zip，卻是 ${type ?? '無'}`,
    `the content type must be application/zip, not ${type ?? 'none'}`,
  );
  return answer;
}

const steps: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  shape: ['格式', 'its shape'],
  certificate: ['第一步 憑證', 'step 1, certificate'],
  'public-key': ['第二步 公鑰', 'step 2, public key'],
  'manifest-signature': ['第三步 manifest 簽章', 'step 3, signature of the manifest'],
  digest: ['第四步 檔案雜湊', 'step 4, digests'],
  normalise: ['欄位', 'its fields'],
};

/** The four steps and the fields. @throws Ended that names the step */
export function opened(context: DpContext, answer: Answer): OpenPackage {
  const found = look(context, answer);
  if (!(found instanceof PackageError)) return found;
  throw new Ended(refusal(found));
}

/** The four steps alone; the fields may be what they are. @throws Ended */
export function verified(context: DpContext, answer: Answer): void {
  const found = look(context, answer);
  if (found instanceof PackageError && found.step !== 'normalise') throw new Ended(refusal(found));
}

function look({ resource, anchors }: DpContext, { bytes }: Answer): OpenPackage | PackageError {
  try {
    return openPackage(resource, bytes, { anchors }, new Date());
  } catch (error) {
    if (error instanceof PackageError) return error;
    throw error;
  }
}

function refusal({ step, reason, message }: PackageError): Outcome {
  const [zh, en] = steps[step] ?? [step, step];
  return failed(`資料包：${zh}（${reason}）${message}`, `the package: ${en} (${reason}): ${message}`);
}
