/**
 * A draft as the verbs see it: opened, with what is past its time taken out. Owns the rule that nothing received from
 * MyData is seen a second after its eight hours, whether or not the sweep has been by; and that it is seen only where the
 * resident came back to: whoever sends another person to the platform in the own place is not shown what she consented to.
 */
import { randomUUID } from 'node:crypto';
import type { Answers } from '#schemas/form/answers.ts';
import { after } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { keep } from '../quotas/keep.ts';
import type { Payer } from '../quotas/payer.ts';
import type { CountyStep, DraftRow, OfficialRow, TransferRow } from '../storage.ts';
import { formOf } from '../services/catalogue.ts';
import type { CountyService } from '../services/county-service.ts';
import type { OfficialContents, OfficialEntry } from './official-contents.ts';
import type { Draft, Typed } from './draft.ts';
import { requireOpen } from '../services/opening.ts';
import { stableJson } from '../stable-json.ts';

const nothing: Typed = { answers: {}, claims: {} };

/** The browser's draft of a service, if there is one. */
export async function findDraft(
  county: County,
  owner: string | undefined,
  service: string,
): Promise<Draft | undefined> {
  if (owner === undefined) return undefined;
  const row = await county.storage.draft(owner, service);
  if (!row) return undefined;
  if (row.expiresAt <= county.clock.now().toISOString()) {
    await county.storage.commit([{ step: 'delete-draft', draftId: row.id }]);
    await county.storage.scrub();
    return undefined;
  }
  return openRow(county, row);
}

/** As `findDraft`, for what can be done to a draft only. @throws 404 `draft-gone` */
export async function needDraft(county: County, owner: string | undefined, service: string): Promise<Draft> {
  const draft = await findDraft(county, owner, service);
  if (!draft) throw countyError('draft-gone');
  return draft;
}

/** The browser's draft of a service, made when there is none. */
export async function findOrCreateDraft(
  county: County,
  payer: Payer,
  owner: string,
  service: CountyService,
): Promise<Draft> {
  const known = await findDraft(county, owner, service.service.id);
  if (known) return known;
  const draft = newDraft(county, owner, service);
  const plan = [{ step: 'create-draft', draft: draft.row }] as const;
  const made = await keep(county, payer, [{ kept: 'draft', amount: 1 }], plan);
  const { isNew: _kept, ...kept } = draft;
  // Another request of the same browser was first: its draft is the one.
  return made.ok ? kept : needDraft(county, owner, service.service.id);
}

/** As `findDraft`; where there is none, a new one that is kept nowhere. @throws 403 `service-closed` */
export async function findOrNewDraft(county: County, owner: string, service: CountyService): Promise<Draft> {
  return (await findDraft(county, owner, service.service.id)) ?? newDraft(county, owner, service);
}

/** A page that is only looked at leaves nothing behind. */
function newDraft(county: County, owner: string, service: CountyService): Draft {
  requireOpen(service, county.clock);
  const now = county.clock.now();
  const row: DraftRow = {
    id: randomUUID(),
    owner,
    service: service.service.id,
    formVersion: service.formVersion,
    revision: 0,
    createdAt: now.toISOString(),
    expiresAt: after(now, 'countyDraftUnproven').toISOString(),
  };
  return { row, form: service.form, typed: nothing, isNew: true };
}

/** A week from now on where somebody proved in it who they are; what anybody could have made goes early. */
export async function draftUntil(
  { storage, clock }: Pick<County, 'storage' | 'clock'>,
  draftId: string,
): Promise<string> {
  const proven = (await storage.provenPerson(draftId)) !== undefined;
  return after(clock.now(), proven ? 'countyDraft' : 'countyDraftUnproven').toISOString();
}

/** An official value that stands as it is: the resident may say that it is wrong, not type another. */
export const isFixed = (entry: OfficialEntry | undefined): boolean =>
  entry?.policy === 'locked' || entry?.policy === 'confirm';

/**
 * Keyed hashes of official rows, in their order: enough to know a row again when another package comes, not to read it.
 */
export const rowHashes = ({ seals }: Pick<County, 'seals'>, rows: readonly Answers[]): readonly string[] =>
  rows.map((row) => seals.hash('row', stableJson(row)));

/** What was typed, sealed for this draft alone: for the steps that create, save or fill it. */
export function sealTyped(county: County, draftId: string, typed: Typed): Buffer {
  return county.seals.sealJson('typed', draftId, typed);
}

/** Ends what a draft received, with the record that belongs to it. */
export function eraseOfficialPlan(
  county: County,
  official: OfficialRow,
  transfer: TransferRow | undefined,
): CountyStep[] {
  return [{ step: 'erase-official', draftId: official.draftId }, ...(transfer ? [erasedRecord(county, transfer)] : [])];
}

/** For a plan that ends a draft: the record of what it had received, shown or not. */
export async function endedRecords(county: County, draftId: string): Promise<CountyStep[]> {
  const official = await county.storage.official(draftId);
  const transfer = official && (await county.storage.transfer(official.txId));
  return transfer ? [erasedRecord(county, transfer)] : [];
}

function erasedRecord(county: County, transfer: TransferRow): CountyStep {
  return {
    step: 'record-transfer',
    record: {
      at: county.clock.now().toISOString(),
      event: 360,
      txId: transfer.txId,
      service: transfer.service,
      counterpart: 'resident',
      person: transfer.person,
      ok: true,
    },
  };
}

async function openRow(county: County, row: DraftRow): Promise<Draft> {
  const form = await formOf(county, row.service, row.formVersion);
  const typed = row.typed ? county.seals.openJson<Typed>('typed', row.id, row.typed) : nothing;
  const official = await county.storage.official(row.id);
  if (!official) return { row, form, typed };
  const transfer = await county.storage.transfer(official.txId);
  if (official.expiresAt > county.clock.now().toISOString()) {
    if (transfer?.returnCode !== 200) return { row, form, typed };
    const bytes = await county.epochs.open(official.envelope, `official:${row.id}`);
    if (bytes) {
      return {
        row,
        form,
        typed,
        official: { row: official, contents: JSON.parse(bytes.toString('utf8')) as OfficialContents },
      };
    }
  }
  await county.storage.commit(eraseOfficialPlan(county, official, transfer));
  await county.storage.scrub();
  const left = await county.storage.draftById(row.id);
  if (!left) throw countyError('draft-gone');
  return { row: left, form, typed };
}
