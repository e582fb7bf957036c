/** Keeps what somebody asks to be kept, if they have not had too much kept; what is not kept in the end costs nothing. */
import { HttpError } from '../../http/errors.ts';
import { TooMany, waitWords } from '../../limits/too-many.ts';
import type { Text } from '#schemas/text.ts';
import type { CommitResult } from '../../storage/plan.ts';
import type { County } from '../county.ts';
import { commitNew, type Room } from '../space.ts';
import type { CountyKind } from '../kinds.ts';
import type { CountyReason, CountyStep } from '../storage.ts';
import { spendingsOf, type Kept, type Payer } from './payer.ts';

export interface Keeping {
  readonly kept: Kept;
  readonly amount: number;
  /** Absent: of a draft that this makes. */
  readonly draftId?: string;
}

/** What is under way grows without asking for room: its form bounds it. */
function roomsOf({ kept, amount }: Keeping): readonly Room[] {
  switch (kept) {
    case 'draft':
      return [newRow('drafts'), newRow('applications'), newRow('records')];
    case 'journey':
      return [newRow('drafts'), newRow('records')];
    case 'file':
      return [{ kind: 'files', bytes: amount }, newRow('applications')];
    case 'text':
      return [];
  }
}

const newRow = (kind: CountyKind): Room => ({ kind, bytes: 1 });

/** @throws 429 `too-much-kept`, or 503 `space-full`, and nothing is kept */
export async function keep(
  county: County,
  payer: Payer,
  what: readonly Keeping[],
  plan: readonly CountyStep[],
): Promise<CommitResult<CountyReason>> {
  const spendings = await Promise.all(
    what
      .filter(({ amount }) => amount > 0)
      .map(({ draftId, kept, amount }) => spendingsOf(county, payer, draftId, kept, amount)),
  );
  const taking = await county.limiter.take(spendings.flat()).catch((error: unknown) => {
    throw error instanceof TooMany ? tooMuch(what, error.waitSeconds) : error;
  });
  const result = await commitNew(county, what.flatMap(roomsOf), plan).catch(async (error: unknown) => {
    await taking.back();
    throw error;
  });
  if (!result.ok) await taking.back();
  return result;
}

const said = (what: readonly Keeping[]): Text =>
  what.some(({ kept }) => kept === 'file')
    ? {
        'zh-Hant': '這個檔案沒有上傳：您的網路剛才上傳的檔案太多。',
        en: 'Not uploaded: too many files came from your network.',
      }
    : what.some(({ kept }) => kept === 'journey')
      ? {
          'zh-Hant': '沒有前往 MyData：您的網路剛才前往的次數太多。',
          en: 'Too many set out for MyData from your network.',
        }
      : {
          'zh-Hant': '還沒有儲存：您的網路剛才儲存的申請表太多。',
          en: 'Not saved: too many forms were begun from your network.',
        };

function tooMuch(what: readonly Keeping[], waitSeconds: number): HttpError {
  const wait = waitWords(waitSeconds);
  const { 'zh-Hant': zh, en } = said(what);
  return new HttpError(
    429,
    'too-much-kept',
    {
      'zh-Hant': `${zh}您填的都還在這一頁，請 ${wait['zh-Hant']}後再試，或洽服務窗口。`,
      en: `${en} What you typed is still on this page. Please try again in ${wait.en}, or contact the office.`,
    },
    { 'retry-after': String(waitSeconds) },
  );
}
