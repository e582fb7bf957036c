/** Tables of the register. No people: contacts are offices, testers keyed hashes, keys sealed. */
import type { ServiceDefinition } from '#server/platform/registry/definition.ts';
import type { Finding } from '#server/platform/registry/rules/rule.ts';
import type { ServiceState } from '#server/platform/registry/phases.ts';
import type { ClientKey, Organisation, OrganisationState, RegistryDecision } from '#server/platform/storage.ts';
import type { OrganisationKind } from '#server/platform/registry/organisation-kind.ts';
import { bytes, flag, index, integer, primaryKey, table, text, time, uniqueIndex } from '../columns.ts';

const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

export const organisations = table('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  contact: json<Organisation['contact']>('contact').notNull(),
  forwardedBy: text('forwarded_by').notNull(),
  forwardedNo: text('forwarded_no').notNull(),
  state: text('state').$type<OrganisationState>().notNull(),
  appliedAt: time('applied_at').notNull(),
  invented: flag('invented').notNull(),
});

/** Times in JSON are texts; `reads.ts` makes them times again. */
export type StoredState = Omit<ServiceState, 'announced'> & {
  readonly announced?: Omit<NonNullable<ServiceState['announced']>, 'effectiveAt'> & {
    readonly effectiveAt: string | Date;
  };
};

export const services = table(
  'services',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull(),
    clientId: text('client_id').notNull().unique(),
    name: text('name').notNull(),
    state: json<StoredState>('state').notNull(),
    revision: integer('revision').notNull(),
    createdAt: time('created_at').notNull(),
    fromFile: flag('from_file').notNull(),
    ownId: text('own_id'),
  },
  (row) => [
    index('services_organisation').on(row.organisationId),
    uniqueIndex('services_own').on(row.organisationId, row.ownId),
  ],
);

export const versions = table(
  'service_versions',
  {
    serviceId: text('service_id').notNull(),
    no: integer('no').notNull(),
    definition: json<ServiceDefinition>('definition').notNull(),
    findings: json<readonly Finding[]>('findings').notNull(),
    submittedAt: time('submitted_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.serviceId, row.no] })],
);

export const clientKeys = table(
  'client_keys',
  {
    id: text('id').primaryKey(),
    clientId: text('client_id').notNull(),
    sealed: bytes('sealed').notNull(),
    createdAt: time('created_at').notNull(),
    role: text('role').$type<ClientKey['role']>().notNull(),
    retiresAt: time('retires_at'),
    waitsSince: time('waits_since'),
  },
  (row) => [index('client_keys_client').on(row.clientId), index('client_keys_retires').on(row.retiresAt)],
);

export const testers = table(
  'service_testers',
  {
    serviceId: text('service_id').notNull(),
    personHash: text('person_hash').notNull(),
    at: time('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.serviceId, row.personHash] })],
);

export const decisions = table(
  'registry_decisions',
  {
    no: integer('no').primaryKey({ autoIncrement: true }),
    subject: text('subject').$type<RegistryDecision['subject']>().notNull(),
    subjectId: text('subject_id').notNull(),
    version: integer('version'),
    at: time('at').notNull(),
    by: text('by').notNull(),
    side: text('side').$type<RegistryDecision['side']>().notNull(),
    what: text('what').notNull(),
    question: text('question'),
    reason: text('reason').notNull(),
  },
  (row) => [index('registry_decisions_subject').on(row.subjectId)],
);

export const registryAccounts = table(
  'registry_accounts',
  {
    id: text('id').primaryKey(),
    organisationId: text('organisation_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdAt: time('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    renewedAt: time('renewed_at'),
    revokedAt: time('revoked_at'),
  },
  (row) => [index('registry_accounts_organisation').on(row.organisationId)],
);
