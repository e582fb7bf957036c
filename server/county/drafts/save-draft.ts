/**
 * Keeps what was typed. The revision decides between two open pages: the later to save with an old one is told so. Revisions
 * are of one draft: where that was sent or deleted and another begun, its id tells a page that it means the one before.
 */
import type { SaveDraft, Saved } from '#schemas/wire/county-api.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { keep } from '../quotas/keep.ts';
import type { Payer } from '../quotas/payer.ts';
import { confirmedHashes } from './confirmed.ts';
import { draftUntil, isFixed, rowHashes, sealTyped } from './drafts.ts';
import type { Draft } from './draft.ts';
import { fieldOf } from './form-fields.ts';
import { rowsOf } from './rows-beside.ts';
import { readAnswers, readClaims, readConfirmed } from './read-input.ts';

/** @param until when the draft ends; absent: as drafts of residents do */
export async function saveDraft(
  county: County,
  payer: Payer,
  draft: Draft,
  input: SaveDraft,
  until?: string,
): Promise<Saved> {
  const answers = readAnswers(draft.form, input.answers);
  const claims = readClaims(draft.form, input.claims);
  const confirmed = readConfirmed(draft.form, input.confirmed);
  const { revision, draft: meant } = input;
  if (draft.isNew && (revision !== 0 || meant !== undefined)) throw countyError('draft-gone');
  if (meant !== undefined && meant !== draft.row.id) throw countyError('draft-conflict');
  const savedAt = county.clock.now().toISOString();
  const typed = sealTyped(county, draft.row.id, {
    answers: { ...hidden(draft), ...answers },
    claims,
    officialRows: rowsTypedBeside(county, draft),
    confirmed: confirmedHashes(county, draft.official, confirmed),
  });
  const { id } = draft.row;
  const expiresAt = until ?? (await draftUntil(county, id));
  const result = await keep(
    county,
    payer,
    [
      ...(draft.isNew ? [{ kept: 'draft', amount: 1 } as const] : []),
      // What replaces what was there takes no room.
      { kept: 'text', draftId: id, amount: typed.length - (draft.row.typed?.length ?? 0) },
    ],
    [
      ...(draft.isNew ? [{ step: 'create-draft', draft: draft.row } as const] : []),
      {
        step: 'save-draft',
        draftId: id,
        revision,
        typed,
        savedAt,
        expiresAt,
      },
    ],
  );
  if (!result.ok) throw countyError('draft-conflict');
  return { id, savedAt, revision: revision + 1, draftUntil: expiresAt };
}

/** Typed before MyData answered: the page does not show these now, so their absence is no deletion. */
function hidden({ form, typed, official }: Draft): Draft['typed']['answers'] {
  const values = official?.contents.values ?? {};
  return Object.fromEntries(
    Object.entries(typed.answers).filter(([id]) => isFixed(values[id]) && fieldOf(form, id)?.type !== 'group'),
  );
}

function rowsTypedBeside(county: County, { official }: Draft): Draft['typed']['officialRows'] {
  const { values = {}, officialRows = {} } = official?.contents ?? {};
  return Object.fromEntries(
    Object.entries(officialRows).map(([id, count]) => [
      id,
      rowHashes(county, rowsOf(values[id]?.value).slice(0, count)),
    ]),
  );
}
