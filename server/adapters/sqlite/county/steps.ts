/** Each step of a county plan as guarded SQL. Runs inside one transaction; a failed guard rolls the plan back. */
import { and, asc, count, eq, isNull, like, lt, lte, inArray, ne, sql } from 'drizzle-orm';
import type { CountyReason, CountyStep } from '#server/county/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard as guardRows, type SqliteDatabase } from '../open.ts';
import { sizesIn } from '../sizes.ts';
import { builderSteps } from './forms/steps.ts';
import { counterSteps } from './counter/steps.ts';
import { officeSteps } from './offices/steps.ts';
import { receiptSteps } from './receipts/steps.ts';
import { registrationSteps } from './registration/steps.ts';
import { deskSteps } from './staff/desk-steps.ts';
import { staffSteps } from './staff/steps.ts';
import * as t from './tables.ts';

type StepOf<Name extends CountyStep['step']> = Extract<CountyStep, { step: Name }>;
type Apply = { [Name in CountyStep['step']]: (db: SqliteDatabase, step: StepOf<Name>) => void };

const guard = (result: { readonly changes: number }, reason: CountyReason, rows = 1): void =>
  guardRows(result, reason, rows);
const fail = (reason: CountyReason): never => {
  throw new GuardFailed(reason);
};
const bytes = (value: Uint8Array): Buffer => Buffer.from(value);
const draftThere = (db: SqliteDatabase, id: string): unknown =>
  db.select({ id: t.drafts.id }).from(t.drafts).where(eq(t.drafts.id, id)).get() ?? fail('draft-gone');
/** What a transfer has only while it is `accepted`. */
const settled = {
  deliveryEpoch: null,
  deliveryKey: null,
  deliverySealed: null,
  fetchAt: null,
  fetchUntil: null,
  readyAbout: null,
  fetchBy: null,
};
const nextRevision = { revision: sql`${t.drafts.revision} + 1` };

const apply: Apply = {
  ...builderSteps,
  ...staffSteps,
  ...officeSteps,
  ...deskSteps,
  ...counterSteps,
  ...receiptSteps,
  ...registrationSteps,
  'publish-form'(db, { form }) {
    const last = db
      .select({ version: sql<number>`coalesce(max(${t.forms.version}), 0)` })
      .from(t.forms)
      .where(eq(t.forms.service, form.service))
      .get();
    if ((last?.version ?? 0) + 1 !== form.version) fail('form-version-taken');
    db.insert(t.forms).values(form).run();
  },
  'need-space'(db, { kind, bytes, most }) {
    if ((sizesIn(db)[kind] ?? 0) + bytes > most) fail('space-full');
  },
  'create-draft'(db, { draft }) {
    const typed = draft.typed && bytes(draft.typed);
    guard(
      db
        .insert(t.drafts)
        .values({ ...draft, typed })
        .onConflictDoNothing()
        .run(),
      'draft-exists',
    );
  },
  'save-draft'(db, { draftId, revision, typed, savedAt, expiresAt }) {
    guard(
      db
        .update(t.drafts)
        .set({ typed: bytes(typed), savedAt, expiresAt, ...nextRevision })
        .where(and(eq(t.drafts.id, draftId), eq(t.drafts.revision, revision)))
        .run(),
      'draft-stale',
    );
  },
  'delete-draft'(db, { draftId }) {
    guard(db.delete(t.drafts).where(eq(t.drafts.id, draftId)).run(), 'draft-gone');
  },
  'start-journey'(db, { transfer: { identity, ...transfer }, draftUntil }) {
    guard(
      db
        .update(t.drafts)
        .set({ expiresAt: sql`max(${t.drafts.expiresAt}, ${draftUntil})` })
        .where(eq(t.drafts.id, transfer.draftId))
        .run(),
      'draft-gone',
    );
    guard(
      db
        .insert(t.transfers)
        .values({
          ...transfer,
          state: 'started',
          updatedAt: transfer.startedAt,
          identityEpoch: identity.epoch,
          identityKey: identity.wrappedKey,
          identitySealed: identity.sealed,
        })
        .onConflictDoNothing()
        .run(),
      'tx-used',
    );
  },
  'record-return'(db, { txId, code, at }) {
    guard(
      db
        .update(t.transfers)
        .set({ returnCode: code, updatedAt: at })
        .where(and(eq(t.transfers.txId, txId), isNull(t.transfers.returnCode)))
        .run(),
      'already-returned',
    );
    const filled = db
      .select({ id: t.transfers.draftId })
      .from(t.transfers)
      .where(and(eq(t.transfers.txId, txId), eq(t.transfers.state, 'filled')));
    db.update(t.drafts).set(nextRevision).where(inArray(t.drafts.id, filled)).run();
  },
  'accept-delivery'(db, { txId, delivery, mark, at, until }) {
    const known = db.select({ state: t.transfers.state }).from(t.transfers).where(eq(t.transfers.txId, txId)).get();
    if (!known) fail('tx-unknown');
    guard(
      db
        .update(t.transfers)
        .set({
          state: 'accepted',
          updatedAt: at,
          deliveryEpoch: delivery.epoch,
          deliveryKey: delivery.wrappedKey,
          deliverySealed: delivery.sealed,
          fetchAt: at,
          fetchUntil: until,
          deliveryMark: mark,
        })
        .where(and(eq(t.transfers.txId, txId), eq(t.transfers.state, 'started')))
        .run(),
      'delivery-repeated',
    );
  },
  'claim-fetch'(db, { txId, at, lease, by }) {
    guard(
      db
        .update(t.transfers)
        .set({ fetchAt: lease, fetchBy: by ?? null })
        .where(and(eq(t.transfers.txId, txId), eq(t.transfers.state, 'accepted'), lte(t.transfers.fetchAt, at)))
        .run(),
      'fetch-not-due',
    );
  },
  'free-fetches'(db, { instance, by, at }) {
    db.update(t.transfers)
      .set({ fetchAt: at, fetchBy: null })
      .where(
        and(eq(t.transfers.state, 'accepted'), like(t.transfers.fetchBy, `${instance}/%`), ne(t.transfers.fetchBy, by)),
      )
      .run();
  },
  'put-off-fetch'(db, { txId, lease, next }) {
    guard(
      db
        .update(t.transfers)
        .set({
          fetchAt: next.at,
          fetchBy: null,
          fetchFailures: next.failures,
          readyAbout: next.readyAbout ?? null,
        })
        .where(and(eq(t.transfers.txId, txId), eq(t.transfers.state, 'accepted'), eq(t.transfers.fetchAt, lease)))
        .run(),
      'fetch-not-due',
    );
  },
  'fill-draft'(db, { official: { envelope, ...official }, found }) {
    guard(
      db
        .update(t.transfers)
        .set({
          state: 'filled',
          updatedAt: official.receivedAt,
          ...settled,
          ...found,
        })
        .where(
          and(
            eq(t.transfers.txId, official.txId),
            eq(t.transfers.draftId, official.draftId),
            eq(t.transfers.state, 'accepted'),
          ),
        )
        .run(),
      'transfer-settled',
    );
    db.delete(t.officials).where(eq(t.officials.draftId, official.draftId)).run();
    db.insert(t.officials)
      .values({ ...official, epoch: envelope.epoch, wrappedKey: envelope.wrappedKey, sealed: envelope.sealed })
      .run();
    guard(db.update(t.drafts).set(nextRevision).where(eq(t.drafts.id, official.draftId)).run(), 'draft-gone');
  },
  'fail-transfer'(db, { txId, from, code, at, mark, lease }) {
    guard(
      db
        .update(t.transfers)
        .set({
          state: 'failed',
          failCode: String(code),
          updatedAt: at,
          ...(mark !== undefined && { deliveryMark: mark }),
          ...settled,
        })
        .where(
          and(
            eq(t.transfers.txId, txId),
            eq(t.transfers.state, from),
            lease === undefined ? undefined : eq(t.transfers.fetchAt, lease),
          ),
        )
        .run(),
      'transfer-settled',
    );
  },
  'erase-official'(db, { draftId }) {
    guard(db.delete(t.officials).where(eq(t.officials.draftId, draftId)).run(), 'official-gone');
    db.update(t.drafts).set(nextRevision).where(eq(t.drafts.id, draftId)).run();
  },
  'add-file'(db, { draftId, file, body, maxFiles, maxBytes }) {
    draftThere(db, draftId);
    const held = db
      .select({ n: count() })
      .from(t.files)
      .where(and(eq(t.files.draftId, draftId), eq(t.files.field, file.field)))
      .get();
    if ((held?.n ?? 0) >= maxFiles) fail('too-many-files');
    const all = db
      .select({ size: sql<number>`coalesce(sum(${t.files.size}), 0)` })
      .from(t.files)
      .where(eq(t.files.draftId, draftId))
      .get();
    if (maxBytes !== undefined && (all?.size ?? 0) + file.size > maxBytes) fail('draft-full');
    db.insert(t.files)
      .values({ ...file, draftId, name: bytes(file.name), body: bytes(body) })
      .run();
  },
  'remove-file'(db, { draftId, fileId }) {
    guard(
      db
        .delete(t.files)
        .where(and(eq(t.files.id, fileId), eq(t.files.draftId, draftId)))
        .run(),
      'file-gone',
    );
  },
  'submit-application'(db, { application, revision, fileIds }) {
    const open = and(eq(t.drafts.id, application.draftId), eq(t.drafts.revision, revision));
    if (!db.select({ id: t.drafts.id }).from(t.drafts).where(open).get()) fail('draft-stale');
    guard(
      db
        .insert(t.applications)
        .values({ ...application, contents: bytes(application.contents) })
        .onConflictDoNothing()
        .run(),
      'number-taken',
    );
    if (fileIds.length) {
      guard(
        db
          .update(t.files)
          .set({ draftId: null, applicationNumber: application.number })
          .where(and(inArray(t.files.id, [...fileIds]), eq(t.files.draftId, application.draftId)))
          .run(),
        'file-gone',
        fileIds.length,
      );
    }
    guard(db.delete(t.drafts).where(open).run(), 'draft-stale');
  },
  'record-transfer'(db, { record }) {
    db.insert(t.transferRecords).values(record).run();
  },
  'erase-expired'(db, { now, recordsBefore, most }) {
    const { drafts, files, transferRecords: records } = t;
    const old = db
      .select({ id: drafts.id })
      .from(drafts)
      .where(lte(drafts.expiresAt, now))
      .orderBy(asc(drafts.expiresAt))
      .limit(most);
    db.delete(drafts).where(inArray(drafts.id, old)).run();
    // On nothing: no plan leaves such a file, but what a hand or a repair did may.
    db.delete(files)
      .where(and(isNull(files.draftId), isNull(files.applicationNumber)))
      .run();
    const over = db
      .select({ id: records.id })
      .from(records)
      .where(lt(records.at, recordsBefore))
      .orderBy(asc(records.at))
      .limit(most);
    db.delete(records).where(inArray(records.id, over)).run();
  },
};

/** @throws GuardFailed with the step's reason; what was written of the plan before is for the transaction to undo */
export function applyStep(db: SqliteDatabase, step: CountyStep): void {
  (apply[step.step] as (db: SqliteDatabase, step: CountyStep) => void)(db, step);
}
