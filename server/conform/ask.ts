/** One question to the party that is checked. */
import { call, type Answer, type Call, type Outcome } from '../calls/call.ts';
import type { Tools } from './check.ts';
import { CannotRun, Ended, failed } from './check.ts';

export type Question = Partial<Pick<Call, 'method' | 'headers' | 'body' | 'timeout' | 'size'>>;

/** Whatever is answered, redirects included; never throws. */
export const tryAsking = ({ fetch }: Pick<Tools, 'fetch'>, url: string, question: Question = {}): Promise<Outcome> =>
  call(fetch, url, {
    to: 'partner',
    timeout: 30_000,
    size: 64 * 1024 * 1024,
    redirects: 'answer',
    ...question,
  });

/** As `tryAsking`; where no answer comes the check has failed. */
export async function ask(tools: Pick<Tools, 'fetch'>, url: string, question: Question = {}): Promise<Answer> {
  const outcome = await tryAsking(tools, url, question);
  if (outcome.kind === 'answer') return outcome;
  const [zh, en] = unanswered[outcome.kind];
  const to = `${question.method ?? 'GET'} ${new URL(url).pathname}`;
  throw new Ended(failed(`${to}:${zh}`, `${to}: ${en}`));
}

/** Before the checks: were nobody there, all of them would say it. @throws CannotRun that names the flag */
export async function mustBeThere(tools: Pick<Tools, 'fetch'>, url: string, flag: string): Promise<void> {
  const { origin } = new URL(url);
  const outcome = await tryAsking(tools, `${origin}/`, { timeout: 15_000 });
  if (outcome.kind !== 'refused' && outcome.kind !== 'forbidden') return;
  const [zh, en] = unanswered[outcome.kind];
  throw new CannotRun(
    {
      'zh-Hant': `${origin} ${zh}。請確認伺服器已啟動、主機名稱與連接埠正確；https 的憑證要是本機信任的`,
      en: `${origin}: ${en}. Is it started, are host and port right, and is its https certificate one that this machine trusts?`,
    },
    flag,
  );
}

const unanswered: Readonly<Record<Exclude<Outcome['kind'], 'answer'>, readonly [zh: string, en: string]>> = {
  silent: ['在時限內沒有回應完', 'no whole answer in time'],
  refused: ['連不上', 'nobody there'],
  reset: ['連線中斷', 'the connection broke'],
  'too-large': ['回應太大', 'the answer is too large'],
  redirected: ['被轉址', 'redirected'],
  forbidden: ['位址不能連線', 'an address that cannot be called'],
  cancelled: ['已取消', 'cancelled'],
};
