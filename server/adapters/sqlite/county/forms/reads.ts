/** What the form designers' verbs read. */
import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { BuilderReads, By, FormDraft, FormSchedule, KeptEntry } from '#server/county/forms/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { applications } from '../tables.ts';
import { formDrafts, formSchedules, formVersions, keptForms, noticesRead } from './tables.ts';

const draftOf = ({ form, revision, base, work, authors }: typeof formDrafts.$inferSelect): FormDraft => ({
  form,
  revision,
  ...(base === null ? {} : { base }),
  ...(work === null ? {} : { work }),
  ...(authors === null ? {} : { authors }),
});

const scheduleOf = ({ form, opensAt, closesAt }: typeof formSchedules.$inferSelect): FormSchedule => ({
  form,
  ...(opensAt === null ? {} : { opensAt }),
  ...(closesAt === null ? {} : { closesAt }),
});

/**
 * Lists of forms by id, of versions and kept works the newest first. What is kept is listed without its documents,
 * which stay in the database.
 */
export const builderReads = (db: SqliteDatabase): BuilderReads => ({
  async formDraft(form) {
    const row = db.select().from(formDrafts).where(eq(formDrafts.form, form)).get();
    return row && draftOf(row);
  },
  async formDrafts() {
    return db.select().from(formDrafts).orderBy(asc(formDrafts.form)).all().map(draftOf);
  },
  async keptForms(form) {
    const part = (key: 'by' | 'of' | 'editors') => sql<string | null>`json_extract(${keptForms.kept}, ${`$.${key}`})`;
    const { id, why, revision, at } = keptForms;
    const rows = db
      .select({ id, why, revision, at, by: part('by'), of: part('of'), editors: part('editors') })
      .from(keptForms)
      .where(eq(keptForms.form, form))
      .orderBy(desc(keptForms.at), desc(sql`rowid`))
      .all();
    return rows.map(({ by, of, editors, ...row }): KeptEntry => ({
      ...row,
      form,
      by: JSON.parse(by ?? '{}') as By,
      ...(of !== null && { of: JSON.parse(of) as By }),
      ...(editors !== null && { editors: JSON.parse(editors) as readonly string[] }),
    }));
  },
  async keptForm(id) {
    return db.select({ kept: keptForms.kept }).from(keptForms).where(eq(keptForms.id, id)).get()?.kept;
  },
  async formVersion(form, version) {
    return db
      .select({ content: formVersions.content })
      .from(formVersions)
      .where(and(eq(formVersions.form, form), eq(formVersions.version, version)))
      .get()?.content;
  },
  async formVersions(form) {
    const rows = db
      .select({ content: formVersions.content })
      .from(formVersions)
      .where(eq(formVersions.form, form))
      .orderBy(desc(formVersions.version))
      .all();
    return rows.map(({ content }) => content);
  },
  async latestVersions() {
    const latest = db
      .select({ form: formVersions.form, newest: sql<number>`max(${formVersions.version})`.as('newest') })
      .from(formVersions)
      .groupBy(formVersions.form)
      .as('latest');
    const rows = db
      .select({ content: formVersions.content })
      .from(formVersions)
      .innerJoin(latest, and(eq(formVersions.form, latest.form), eq(formVersions.version, latest.newest)))
      .orderBy(asc(formVersions.form))
      .all();
    return rows.map(({ content }) => content);
  },
  async noticesRead(staff) {
    const rows = db.select({ notice: noticesRead.notice }).from(noticesRead).where(eq(noticesRead.staff, staff)).all();
    return new Set(rows.map(({ notice }) => notice));
  },
  async formSchedule(form) {
    const row = db.select().from(formSchedules).where(eq(formSchedules.form, form)).get();
    return row && scheduleOf(row);
  },
  async formSchedules() {
    return db.select().from(formSchedules).orderBy(asc(formSchedules.form)).all().map(scheduleOf);
  },
  async applicationsByVersion(form) {
    const rows = db
      .select({ version: applications.formVersion, n: count() })
      .from(applications)
      .where(eq(applications.service, form))
      .groupBy(applications.formVersion)
      .all();
    return new Map(rows.map(({ version, n }) => [version, n]));
  },
});
