/** Where a version stands with its registration, for those who design and publish it. Pure. */
import { type Asked } from '#schemas/services/asked.ts';
import { askedDifferences } from '#schemas/services/asked-differences.ts';
import type { RegistrationView } from '#schemas/wire/builder-api.ts';
import type { CountyService } from '../services/county-service.ts';
import { asksNothing, isCovered, isStopped, type Known } from './cover.ts';

const notes = {
  keys: {
    'zh-Hant': '平臺的金鑰不在本系統，請在平臺更換金鑰後再登錄。',
    en: 'Its keys are not in this system: change them at the platform.',
  },
  away: {
    'zh-Hant': '還沒有送達平臺，會自動再送。',
    en: 'It has not reached the platform yet, and is sent again by itself.',
  },
} as const;

/** @param service what is live; absent: nothing was ever published */
export function registrationView(
  service: Pick<CountyService, 'known' | 'client'> | undefined,
  asked: Asked,
): RegistrationView {
  if (asksNothing(asked)) return { state: 'not-needed' };
  const known: Known = service?.known ?? {};
  const { row, submission } = known;
  const gaps = gapsOf(known, asked);
  const more = gaps.length ? { gaps } : {};
  if (row && isStopped(known))
    return { state: row.state === 'ended' ? 'ended' : 'suspended', since: row.since, ...wordsOf(row.words), ...more };
  if (isCovered(known, asked)) {
    // Since when is the row's, of the last that was submitted: which may be another version.
    if (service?.client) return { state: 'registered', ...(row?.state === 'registered' && { since: row.since }) };
    return { state: 'none', note: notes.keys };
  }
  if (submission && isSame(submission.asked, asked))
    return {
      state: 'in-review',
      since: submission.submittedAt,
      ...(submission.problem !== undefined && { note: notes.away }),
      ...more,
    };
  if (row?.pending && isSame(row.pending, asked) && row.state !== 'registered')
    return {
      state: row.state as 'in-review' | 'returned' | 'refused',
      since: row.since,
      ...wordsOf(row.words),
      ...more,
    };
  return { state: 'none', ...more };
}

const wordsOf = (words: readonly string[] | undefined): Pick<RegistrationView, 'words'> =>
  words?.length ? { words } : {};

const isSame = (a: Asked, b: Asked): boolean => !askedDifferences(a, b).length;

/** What it asks beyond what is registered; nothing to compare where nothing is. */
function gapsOf({ row }: Known, asked: Asked): NonNullable<RegistrationView['gaps']> {
  if (!row?.covers) return [];
  return askedDifferences(row.covers, asked).flatMap(({ more, text }) => (more ? [text] : []));
}
