/** My edits again, on the document that another designer has saved; what no longer fits is left out and named. */
import type { DraftHistory, FormDocument } from '../../../schemas/wire/builder-api.ts';
import { StaleChange } from '../../model/change.ts';
import { PathError } from '../../model/json.ts';
import type { Entry } from '../../model/history.ts';
import type { EditingSession } from '../../model/session.ts';

/** What I have done since the document was the same for both. */
export function mineSince(history: DraftHistory, theirs: DraftHistory): readonly Entry[] {
  const [mine, other] = [history.done as readonly Entry[], theirs.done as readonly Entry[]];
  let shared = 0;
  while (
    shared < mine.length &&
    shared < other.length &&
    mine[shared]?.at === other[shared]?.at &&
    mine[shared]?.command === other[shared]?.command
  )
    shared += 1;
  return mine.slice(shared);
}

/** @returns the edits that no longer fit */
export function reapply(session: EditingSession, entries: readonly Entry[]): readonly Entry[] {
  const lost: Entry[] = [];
  for (const entry of entries) {
    const before: FormDocument = session.document;
    try {
      session.run({ id: entry.command, run: () => ({ changes: entry.changes, words: entry.words }) }, undefined);
    } catch (error) {
      if (!(error instanceof StaleChange || error instanceof PathError)) throw error;
      if (session.document === before) lost.push(entry);
    }
  }
  return lost;
}
