/** The data provider's storage on SQLite. */
import { and, asc, eq, lt } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import type { Call, ProviderStorage, Reason, Step } from '#server/provider/storage.ts';
import { commitPlan, eraseDeleted, guard, openSqlite, type SqliteDatabase } from '../open.ts';
import { calls, preparations, records, seeds } from './tables.ts';

const migrations = fileURLToPath(new URL('./migrations', import.meta.url));

/** @param file path or `:memory:` */
export function sqliteProviderStorage(file: string): ProviderStorage {
  const db = openSqlite(file, migrations);
  return {
    async commit(plan) {
      const result = commitPlan<Reason>(db, () => {
        for (const step of plan) apply(db, step);
      });
      if (plan.some(({ step }) => step === 'forget')) eraseDeleted(db);
      return result;
    },
    async findRecord(resourceId, uid) {
      const wanted = and(eq(records.resourceId, resourceId), eq(records.uid, uid));
      return db.select().from(records).where(wanted).get()?.payload;
    },
    countRecords: async () => db.$count(records),
    async heldBy(uid) {
      const rows = db.select({ resourceId: records.resourceId }).from(records).where(eq(records.uid, uid)).all();
      return rows.map(({ resourceId }) => resourceId);
    },
    seed: async (slug) => db.select().from(seeds).where(eq(seeds.slug, slug)).get(),
    async preparation(transactionUid, resourceId) {
      const wanted = and(eq(preparations.transactionUid, transactionUid), eq(preparations.resourceId, resourceId));
      return db.select().from(preparations).where(wanted).get();
    },
    calls: async (transactionUid) =>
      db.select().from(calls).where(eq(calls.transactionUid, transactionUid)).orderBy(asc(calls.no)).all().map(callOf),
    callsOfPerson: async (personHash) =>
      db.select().from(calls).where(eq(calls.personHash, personHash)).orderBy(asc(calls.no)).all().map(callOf),
    async close() {
      db.$client.close();
    },
  };
}

function apply(db: SqliteDatabase, step: Step): void {
  switch (step.step) {
    case 'put-record':
      db.insert(records)
        .values(step.record)
        .onConflictDoUpdate({ target: [records.resourceId, records.uid], set: { payload: step.record.payload } })
        .run();
      return;
    case 'add-record':
      db.insert(records).values(step.record).onConflictDoNothing().run();
      return;
    case 'drop-records':
      db.delete(records).where(eq(records.uid, step.uid)).run();
      return;
    case 'note-seed':
      db.insert(seeds).values(step.seed).onConflictDoUpdate({ target: seeds.slug, set: step.seed }).run();
      return;
    case 'begin-preparation':
      guard<Reason>(db.insert(preparations).values(step.preparation).onConflictDoNothing().run(), 'preparation-known');
      return;
    case 'record-call':
      db.insert(calls).values(step.call).run();
      return;
    case 'forget':
      db.delete(calls).where(lt(calls.at, step.callsBefore)).run();
      db.delete(preparations).where(lt(preparations.readyAt, step.preparationsBefore)).run();
      return;
  }
}

/** SQL's NULL is the domain's absent. */
function callOf({ no: _no, personHash, ...call }: typeof calls.$inferSelect): Call {
  return personHash === null ? call : { ...call, personHash };
}
