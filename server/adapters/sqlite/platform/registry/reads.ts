import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { RegisteredService, RegistryReads } from '#server/platform/storage.ts';
import type { SqliteDatabase } from '../../open.ts';
import { tidy, tidyAll } from '../rows.ts';
import { clientKeys, decisions, organisations, registryAccounts, services, testers, versions } from './tables.ts';

type ServiceRow = typeof services.$inferSelect;

function serviceOf(row: ServiceRow): RegisteredService {
  const { ownId, ...rest } = row;
  const { announced, ...state } = row.state;
  return {
    ...rest,
    ...(ownId !== null && { ownId }),
    state: announced ? { ...state, announced: { ...announced, effectiveAt: new Date(announced.effectiveAt) } } : state,
  };
}

/**
 * Organisations and services newest first, versions upwards; keys sealed, the current one first, then the next, then
 * those that went.
 */
export const registryReads = (db: SqliteDatabase): RegistryReads => ({
  organisation: async (id) => db.select().from(organisations).where(eq(organisations.id, id)).get(),
  organisations: async () =>
    db
      .select()
      .from(organisations)
      .orderBy(desc(organisations.appliedAt), sql`rowid desc`)
      .all(),
  async service(id) {
    const row = db.select().from(services).where(eq(services.id, id)).get();
    return row && serviceOf(row);
  },
  async serviceOfClient(clientId) {
    const row = db.select().from(services).where(eq(services.clientId, clientId)).get();
    return row && serviceOf(row);
  },
  async ownService(organisationId, ownId) {
    const own = and(eq(services.organisationId, organisationId), eq(services.ownId, ownId));
    const row = db.select().from(services).where(own).get();
    return row && serviceOf(row);
  },
  registeredServices: async (organisationId) =>
    db
      .select()
      .from(services)
      .where(organisationId === undefined ? undefined : eq(services.organisationId, organisationId))
      .orderBy(desc(services.createdAt), sql`rowid desc`)
      .all()
      .map(serviceOf),
  serviceVersion: async (serviceId, no) =>
    db
      .select()
      .from(versions)
      .where(and(eq(versions.serviceId, serviceId), eq(versions.no, no)))
      .get(),
  serviceVersions: async (serviceId) =>
    db.select().from(versions).where(eq(versions.serviceId, serviceId)).orderBy(asc(versions.no)).all(),
  clientKeys: async (clientId) =>
    tidyAll(
      db
        .select()
        .from(clientKeys)
        .where(eq(clientKeys.clientId, clientId))
        .orderBy(sql`case ${clientKeys.role} when 'current' then 0 when 'next' then 1 else 2 end`)
        .all(),
    ),
  isTester: async (serviceId, personHash) =>
    tidy(
      db
        .select()
        .from(testers)
        .where(and(eq(testers.serviceId, serviceId), eq(testers.personHash, personHash)))
        .get(),
    ) !== undefined,
  testerCount: async (serviceId) =>
    db.select({ many: count() }).from(testers).where(eq(testers.serviceId, serviceId)).get()?.many ?? 0,
  registryDecisions: async (subjectId) =>
    tidyAll(db.select().from(decisions).where(eq(decisions.subjectId, subjectId)).orderBy(asc(decisions.no)).all()).map(
      ({ no: _no, ...decision }) => decision,
    ),
  registryAccount: async (id) => tidy(db.select().from(registryAccounts).where(eq(registryAccounts.id, id)).get()),
  registryAccounts: async (organisationId) =>
    tidyAll(
      db
        .select()
        .from(registryAccounts)
        .where(eq(registryAccounts.organisationId, organisationId))
        .orderBy(asc(registryAccounts.createdAt), sql`rowid`)
        .all(),
    ),
});
