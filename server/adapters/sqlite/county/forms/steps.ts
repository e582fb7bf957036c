/** Each step of the form designers as guarded SQL. */
import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { stageOf } from '#server/county/forms/stage.ts';
import type { BuilderReason, BuilderStep } from '#server/county/forms/storage.ts';
import { guard as guardRows, type SqliteDatabase } from '../../open.ts';
import { formDrafts, formSchedules, formVersions, keptForms, noticesRead } from './tables.ts';

type StepOf<Name extends BuilderStep['step']> = Extract<BuilderStep, { step: Name }>;
type Apply = { readonly [Name in BuilderStep['step']]: (db: SqliteDatabase, step: StepOf<Name>) => void };

const guard = (result: { readonly changes: number }, reason: BuilderReason): void => guardRows(result, reason);

export const builderSteps: Apply = {
  'save-form'(db, { form, revision, stage, base, work, authors }) {
    const row = {
      revision: revision + 1,
      base: base ?? null,
      stage: work ? stageOf(work) : null,
      work: work ?? null,
      authors: authors ?? null,
    };
    guard(
      revision
        ? db
            .update(formDrafts)
            .set(row)
            .where(
              and(
                eq(formDrafts.form, form),
                eq(formDrafts.revision, revision),
                stage ? eq(formDrafts.stage, stage) : undefined,
              ),
            )
            .run()
        : db
            .insert(formDrafts)
            .values({ form, ...row })
            .onConflictDoNothing()
            .run(),
      'form-stale',
    );
  },
  'decide-form'(db, { form, revision, stage, work }) {
    guard(
      db
        .update(formDrafts)
        .set({ stage: stageOf(work), work })
        .where(and(eq(formDrafts.form, form), eq(formDrafts.revision, revision), eq(formDrafts.stage, stage)))
        .run(),
      'form-stale',
    );
  },
  'keep-form'(db, { kept }) {
    const { id, form, why, revision, at, by } = kept;
    db.insert(keptForms)
      .values({ id, form, why, revision, at, byId: by.id, kept })
      .onConflictDoUpdate({ target: keptForms.id, set: { why, revision, at, kept } })
      .run();
  },
  'trim-kept'(db, { form, by, count, bytes }) {
    const own = db
      .select({ id: keptForms.id, size: sql<number>`length(cast(${keptForms.kept} as blob))` })
      .from(keptForms)
      .where(and(eq(keptForms.form, form), eq(keptForms.byId, by)))
      .orderBy(desc(keptForms.at), desc(sql`rowid`))
      .all();
    let sum = 0;
    const gone = own
      .filter(({ size }, index) => (sum += size) > bytes || index >= count)
      .filter(({ id }) => id !== own[0]?.id);
    if (gone.length)
      db.delete(keptForms)
        .where(
          inArray(
            keptForms.id,
            gone.map(({ id }) => id),
          ),
        )
        .run();
  },
  'record-version'(db, { version }) {
    guard(
      db
        .insert(formVersions)
        .values({ form: version.form, version: version.version, content: version })
        .onConflictDoNothing()
        .run(),
      'version-recorded',
    );
  },
  'read-notices'(db, { marks }) {
    for (const mark of marks) db.insert(noticesRead).values(mark).onConflictDoNothing().run();
  },
  'forget-notices'(db, { readBefore }) {
    db.delete(noticesRead).where(lt(noticesRead.at, readBefore)).run();
  },
  'schedule-form'(db, { schedule: { form, opensAt, closesAt } }) {
    const times = { opensAt: opensAt ?? null, closesAt: closesAt ?? null };
    db.insert(formSchedules)
      .values({ form, ...times })
      .onConflictDoUpdate({ target: formSchedules.form, set: times })
      .run();
  },
};
