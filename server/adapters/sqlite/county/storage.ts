/** The county's storage port on SQLite. */
import { and, asc, desc, eq, inArray, lt, lte, sql } from 'drizzle-orm';
import { join } from 'node:path';
import type {
  ApplicationRow,
  CountyReason,
  CountyStep,
  CountyStorage,
  DraftRow,
  FileRow,
  OfficialRow,
  TransferRecord,
  TransferRow,
} from '#server/county/storage.ts';
import { failWords } from '#server/county/storage.ts';
import type { CountyKind } from '#server/county/kinds.ts';
import type { Envelope } from '#server/crypto/epochs.ts';
import type { Sizes } from '#server/space/space.ts';
import { keepSizes, sizesIn } from '../sizes.ts';
import { commitPlan, eraseDeleted, migrateArea, openSqlite } from '../open.ts';
import { builderReads } from './forms/reads.ts';
import { applyStep } from './steps.ts';
import { counterReads } from './counter/reads.ts';
import { officeReads } from './offices/reads.ts';
import { receiptReads } from './receipts/reads.ts';
import { optional } from './optional.ts';
import { registrationReads } from './registration/reads.ts';
import { countyTables } from './sizes.ts';
import { deskReads, staffReads } from './staff/reads.ts';
import * as t from './tables.ts';

const migrations = join(import.meta.dirname, 'migrations');

function officialOf(row: typeof t.officials.$inferSelect): OfficialRow {
  const { epoch, wrappedKey, sealed, draftId, ...rest } = row;
  return { ...rest, draftId: draftId as string, envelope: { epoch, wrappedKey, sealed } };
}

function transferOf(row: typeof t.transfers.$inferSelect): TransferRow {
  const {
    identityEpoch,
    identityKey,
    identitySealed,
    deliveryEpoch,
    deliveryKey,
    deliverySealed,
    failCode,
    returnCode,
    fetchAt,
    fetchUntil,
    fetchFailures,
    readyAbout,
    fetchBy,
    deliveryMark,
    ...rest
  } = row;
  const delivery: Envelope | undefined =
    deliveryEpoch !== null && deliveryKey && deliverySealed
      ? { epoch: deliveryEpoch, wrappedKey: deliveryKey, sealed: deliverySealed }
      : undefined;
  return {
    ...rest,
    identity: { epoch: identityEpoch, wrappedKey: identityKey, sealed: identitySealed },
    ...(returnCode !== null && { returnCode }),
    ...(failCode !== null && {
      failCode: failWords.find((word) => word === failCode) ?? Number(failCode),
    }),
    ...(delivery && { delivery }),
    ...(deliveryMark !== null && { deliveryMark }),
    ...(fetchAt !== null &&
      fetchUntil !== null && {
        fetching: {
          at: fetchAt,
          until: fetchUntil,
          failures: fetchFailures,
          ...(readyAbout !== null && { readyAbout }),
          ...(fetchBy !== null && { by: fetchBy }),
        },
      }),
  };
}

const fileColumns = {
  id: t.files.id,
  field: t.files.field,
  size: t.files.size,
  type: t.files.type,
  name: t.files.name,
  addedAt: t.files.addedAt,
};

/** @param file a path or `:memory:` */
export function sqliteCountyStorage(file: string): CountyStorage {
  const db = openSqlite(file, migrations);
  migrateArea(db, 'forms', join(import.meta.dirname, 'forms', 'migrations'));
  migrateArea(db, 'staff', join(import.meta.dirname, 'staff', 'migrations'));
  migrateArea(db, 'offices', join(import.meta.dirname, 'offices', 'migrations'));
  migrateArea(db, 'receipts', join(import.meta.dirname, 'receipts', 'migrations'));
  migrateArea(db, 'counter', join(import.meta.dirname, 'counter', 'migrations'));
  migrateArea(db, 'registration', join(import.meta.dirname, 'registration', 'migrations'));
  keepSizes(db, countyTables);
  return {
    async sizes() {
      return sizesIn(db) as Sizes<CountyKind>;
    },
    ...builderReads(db),
    ...staffReads(db),
    ...officeReads(db),
    ...deskReads(db),
    ...counterReads(db),
    ...receiptReads(db),
    ...registrationReads(db),
    async commit(plan: readonly CountyStep[]) {
      return commitPlan<CountyReason>(db, () => {
        for (const step of plan) applyStep(db, step);
      });
    },
    async close() {
      db.$client.close();
    },
    async scrub() {
      eraseDeleted(db);
    },
    async latestForm(service) {
      return db
        .select()
        .from(t.forms)
        .where(eq(t.forms.service, service))
        .orderBy(desc(t.forms.version))
        .limit(1)
        .get();
    },
    async form(service, version) {
      return db
        .select()
        .from(t.forms)
        .where(and(eq(t.forms.service, service), eq(t.forms.version, version)))
        .get();
    },
    async draft(owner, service) {
      const row = db
        .select()
        .from(t.drafts)
        .where(and(eq(t.drafts.owner, owner), eq(t.drafts.service, service)))
        .get();
      return row && (optional(row) as DraftRow);
    },
    async draftById(id) {
      const row = db.select().from(t.drafts).where(eq(t.drafts.id, id)).get();
      return row && (optional(row) as DraftRow);
    },
    async official(draftId) {
      const row = db.select().from(t.officials).where(eq(t.officials.draftId, draftId)).get();
      return row && officialOf(row);
    },
    async transfer(txId) {
      const row = db.select().from(t.transfers).where(eq(t.transfers.txId, txId)).get();
      return row && transferOf(row);
    },
    async latestTransfer(draftId) {
      const row = db
        .select()
        .from(t.transfers)
        .where(eq(t.transfers.draftId, draftId))
        .orderBy(desc(t.transfers.updatedAt), desc(t.transfers.startedAt), desc(sql`rowid`))
        .limit(1)
        .get();
      return row && transferOf(row);
    },
    async provenPerson(draftId) {
      return db
        .select({ person: t.transfers.person })
        .from(t.transfers)
        .where(and(eq(t.transfers.draftId, draftId), eq(t.transfers.state, 'filled'), eq(t.transfers.returnCode, 200)))
        .orderBy(desc(t.transfers.updatedAt), desc(sql`rowid`))
        .limit(1)
        .get()?.person;
    },
    async uncalledTransfers() {
      return db
        .select()
        .from(t.transfers)
        .where(and(eq(t.transfers.state, 'started'), eq(t.transfers.returnCode, 200)))
        .all()
        .map(transferOf);
    },
    async unsettledTransfers() {
      return db.select().from(t.transfers).where(eq(t.transfers.state, 'accepted')).all().map(transferOf);
    },
    async files(draftId): Promise<readonly FileRow[]> {
      return db
        .select(fileColumns)
        .from(t.files)
        .where(eq(t.files.draftId, draftId))
        .orderBy(asc(t.files.addedAt), asc(t.files.id))
        .all();
    },
    async application(number) {
      return db.select().from(t.applications).where(eq(t.applications.number, number)).get() satisfies
        ApplicationRow | undefined;
    },
    async repeatedApplication(repeatKey) {
      return db
        .select()
        .from(t.applications)
        .where(eq(t.applications.repeatKey, repeatKey))
        .orderBy(desc(t.applications.submittedAt))
        .limit(1)
        .get();
    },
    async applications() {
      return db
        .select()
        .from(t.applications)
        .orderBy(desc(t.applications.submittedAt), desc(sql`rowid`))
        .all();
    },
    async recentApplications(limit, services) {
      return db
        .select()
        .from(t.applications)
        .where(inArray(t.applications.service, [...services]))
        .orderBy(desc(t.applications.submittedAt), desc(sql`rowid`))
        .limit(limit)
        .all();
    },
    async applicationFiles(number): Promise<readonly FileRow[]> {
      return db
        .select(fileColumns)
        .from(t.files)
        .where(eq(t.files.applicationNumber, number))
        .orderBy(asc(t.files.addedAt), asc(t.files.id))
        .all();
    },
    async fileBody(fileId) {
      return db.select({ body: t.files.body }).from(t.files).where(eq(t.files.id, fileId)).get()?.body;
    },
    async anyExpired(now, recordsBefore) {
      const draft = db.select({ id: t.drafts.id }).from(t.drafts).where(lte(t.drafts.expiresAt, now)).limit(1).get();
      const records = db.select({ id: t.transferRecords.id }).from(t.transferRecords);
      return !!(draft ?? records.where(lt(t.transferRecords.at, recordsBefore)).limit(1).get());
    },
    async expiredOfficials(now) {
      return db.select().from(t.officials).where(lte(t.officials.expiresAt, now)).all().map(officialOf);
    },
    async recentTransferRecords(limit, services): Promise<readonly TransferRecord[]> {
      return db
        .select()
        .from(t.transferRecords)
        .where(inArray(t.transferRecords.service, [...services]))
        .orderBy(desc(t.transferRecords.id))
        .limit(limit)
        .all()
        .map(({ id: _id, ...record }) => optional(record) as TransferRecord);
    },
    async transferRecords(): Promise<readonly TransferRecord[]> {
      return db
        .select()
        .from(t.transferRecords)
        .orderBy(asc(t.transferRecords.id))
        .all()
        .map(({ id: _id, ...record }) => optional(record) as TransferRecord);
    },
  };
}
