/**
 * News of a draft for its open page, one after the other: where its transfer stands. Owns when to look; the page is told
 * that something changed and fetches the draft itself, so nothing personal passes here.
 */
import type { DraftNews } from '#schemas/wire/county-api.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { DraftRow } from '../storage.ts';
import { transferView } from './draft-view.ts';

/** Also how often the storage is looked at for what another process wrote. */
const heartbeat = 15_000;
/** Windows of one browser at the same draft. */
const maxListeners = 5;

export type NewsOrBeat = DraftNews | 'beat';

/**
 * Ends when the draft or the app does. Throws 429 `too-many-listeners`.
 * @param still whether whoever listens may still: asked before each word
 */
export async function* draftEvents(
  county: County,
  row: DraftRow,
  gone: AbortSignal,
  still: () => Promise<boolean> = async () => true,
): AsyncGenerator<NewsOrBeat> {
  if (county.changes.count(row.id) >= maxListeners) throw countyError('too-many-listeners', { 'retry-after': '60' });
  let wake = (): void => undefined;
  const seen = { all: true };
  const stop = county.changes.listen(row.id, () => {
    seen.all = false;
    wake();
  });
  const over = () => gone.aborted || county.closing.aborted;
  const ended = [gone, county.closing].map(
    (signal) => new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
  );
  try {
    for (let told: string | undefined; !over();) {
      seen.all = true;
      if (!(await still())) return;
      const news = await newsOf(county, row.id);
      if (!news) return;
      const text = JSON.stringify(news);
      yield text === told ? 'beat' : news;
      told = text;
      if (!seen.all) continue;
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), county.wait(heartbeat), ...ended]);
    }
  } finally {
    stop();
  }
}

async function newsOf(county: County, draftId: string): Promise<DraftNews | undefined> {
  const row = await county.storage.draftById(draftId);
  if (!row) return undefined;
  const official = await county.storage.official(draftId);
  const transfer = await county.storage.latestTransfer(draftId);
  const { status, readyAbout } = transferView(county, transfer, official && { row: official });
  return { status, revision: row.revision, ...(readyAbout !== undefined && { readyAbout }) };
}
