import { and, eq, isNotNull, isNull, lte, ne } from 'drizzle-orm';
import type { RegistryReason as Reason, RegistryStep as Step } from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import { guard } from '../../open.ts';
import type { Handlers } from '../handlers.ts';
import { clientKeys, decisions, organisations, registryAccounts, services, testers, versions } from './tables.ts';

const touched = (result: { readonly changes: number }, reason: Reason): void => guard<Reason>(result, reason);

export const registrySteps: Handlers<Step> = {
  'add-organisation': (db, { organisation }) =>
    touched(db.insert(organisations).values(organisation).onConflictDoNothing().run(), 'organisation-known'),
  'move-organisation': (db, { id, from, to }) =>
    touched(
      db
        .update(organisations)
        .set({ state: to })
        .where(and(eq(organisations.id, id), eq(organisations.state, from)))
        .run(),
      'organisation-moved',
    ),
  'amend-organisation': (db, { organisation }) =>
    touched(
      db.update(organisations).set(organisation).where(eq(organisations.id, organisation.id)).run(),
      'organisation-moved',
    ),
  'add-service': (db, { service }) =>
    touched(
      db
        .insert(services)
        .values({ ...service, revision: 1 })
        .onConflictDoNothing()
        .run(),
      'client-known',
    ),
  'move-service': (db, { id, revision, state, name }) =>
    touched(
      db
        .update(services)
        .set({ state, revision: revision + 1, ...(name !== undefined && { name }) })
        .where(and(eq(services.id, id), eq(services.revision, revision)))
        .run(),
      'service-moved',
    ),
  'add-version': (db, { version }) =>
    touched(db.insert(versions).values(version).onConflictDoNothing().run(), 'version-known'),
  'add-client-key': (db, { key }) => {
    const same = and(eq(clientKeys.clientId, key.clientId), eq(clientKeys.role, key.role));
    if (db.select({ id: clientKeys.id }).from(clientKeys).where(same).get())
      throw new GuardFailed<Reason>('key-pending');
    db.insert(clientKeys).values(key).run();
  },
  'switch-client-key': (db, { clientId, keyId, retiresAt }) => {
    const mine = eq(clientKeys.clientId, clientId);
    db.delete(clientKeys)
      .where(and(mine, eq(clientKeys.role, 'former')))
      .run();
    db.update(clientKeys)
      .set({ role: 'former', retiresAt })
      .where(and(mine, eq(clientKeys.role, 'current')))
      .run();
    touched(
      db
        .update(clientKeys)
        .set({ role: 'current' })
        .where(and(mine, eq(clientKeys.id, keyId), eq(clientKeys.role, 'next')))
        .run(),
      'key-moved',
    );
  },
  'drop-client-key': (db, { clientId, keyId }) =>
    touched(
      db
        .delete(clientKeys)
        .where(and(eq(clientKeys.clientId, clientId), eq(clientKeys.id, keyId), ne(clientKeys.role, 'current')))
        .run(),
      'key-moved',
    ),
  'hand-over-client-key': (db, { clientId, keyId }) =>
    touched(
      db
        .update(clientKeys)
        .set({ waitsSince: null })
        .where(and(eq(clientKeys.clientId, clientId), eq(clientKeys.id, keyId), isNotNull(clientKeys.waitsSince)))
        .run(),
      'key-moved',
    ),
  'add-registry-account': (db, { account }) =>
    touched(db.insert(registryAccounts).values(account).onConflictDoNothing().run(), 'registry-account-known'),
  'renew-registry-account': (db, { id, secretHash, at }) =>
    touched(
      db
        .update(registryAccounts)
        .set({ secretHash, renewedAt: at })
        .where(and(eq(registryAccounts.id, id), isNull(registryAccounts.revokedAt)))
        .run(),
      'registry-account-moved',
    ),
  'revoke-registry-account': (db, { id, at }) =>
    touched(
      db
        .update(registryAccounts)
        .set({ revokedAt: at })
        .where(and(eq(registryAccounts.id, id), isNull(registryAccounts.revokedAt)))
        .run(),
      'registry-account-moved',
    ),
  'add-tester': (db, { serviceId, personHash, at }) =>
    void db
      .insert(testers)
      .values({ serviceId, personHash, at })
      .onConflictDoUpdate({ target: [testers.serviceId, testers.personHash], set: { at } })
      .run(),
  'drop-testers': (db, { serviceId }) => void db.delete(testers).where(eq(testers.serviceId, serviceId)).run(),
  'record-decision': (db, { decision }) => void db.insert(decisions).values(decision).run(),
  'forget-old': (db, { now }) => void db.delete(clientKeys).where(lte(clientKeys.retiresAt, now)).run(),
};
