import type {
  ClientKey,
  Organisation,
  RegisteredService,
  RegistryAccount,
  RegistryDecision,
  RegistryReads,
  RegistryReason,
  RegistryStep,
  ServiceVersion,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  organisations = new Map<string, Organisation>();
  services = new Map<string, RegisteredService>();
  versions = new Map<string, ServiceVersion>();
  keys = new Map<string, ClientKey>();
  testers = new Map<string, Date>();
  accounts = new Map<string, RegistryAccount>();
  decisions: readonly RegistryDecision[] = [];
}

function fail(reason: RegistryReason): never {
  throw new GuardFailed<RegistryReason>(reason);
}

const keysOf = (model: Model, clientId: string): readonly ClientKey[] =>
  [...model.keys.values()].filter((key) => key.clientId === clientId);

const steps: Area<Model, RegistryStep, RegistryReads>['steps'] = {
  'add-organisation': (model, { organisation }) => {
    if (model.organisations.has(organisation.id)) fail('organisation-known');
    model.organisations.set(organisation.id, organisation);
  },
  'move-organisation': (model, { id, from, to }) => {
    const known = model.organisations.get(id);
    if (known?.state !== from) fail('organisation-moved');
    model.organisations.set(id, { ...known, state: to });
  },
  'amend-organisation': (model, { organisation }) => {
    if (!model.organisations.has(organisation.id)) fail('organisation-moved');
    model.organisations.set(organisation.id, organisation);
  },
  'add-service': (model, { service }) => {
    const known = [...model.services.values()];
    const own = (row: Pick<RegisteredService, 'organisationId' | 'ownId'>): string | undefined =>
      row.ownId === undefined ? undefined : `${row.organisationId} ${row.ownId}`;
    const same = (row: RegisteredService): boolean =>
      row.id === service.id ||
      row.clientId === service.clientId ||
      (own(row) !== undefined && own(row) === own(service));
    if (known.some(same)) fail('client-known');
    model.services.set(service.id, { ...service, revision: 1 });
  },
  'move-service': (model, { id, revision, state, name }) => {
    const known = model.services.get(id);
    if (known?.revision !== revision) fail('service-moved');
    model.services.set(id, { ...known, state, name: name ?? known.name, revision: revision + 1 });
  },
  'add-version': (model, { version }) => {
    const name = `${version.serviceId} ${version.no}`;
    if (model.versions.has(name)) fail('version-known');
    model.versions.set(name, version);
  },
  'add-client-key': (model, { key }) => {
    if (keysOf(model, key.clientId).some(({ role }) => role === key.role)) fail('key-pending');
    model.keys.set(key.id, key);
  },
  'switch-client-key': (model, { clientId, keyId, retiresAt }) => {
    const next = model.keys.get(keyId);
    if (next?.clientId !== clientId || next.role !== 'next') fail('key-moved');
    for (const key of keysOf(model, clientId)) {
      if (key.role === 'former') model.keys.delete(key.id);
      if (key.role === 'current') model.keys.set(key.id, { ...key, role: 'former', retiresAt });
    }
    model.keys.set(keyId, { ...next, role: 'current' });
  },
  'drop-client-key': (model, { clientId, keyId }) => {
    const key = model.keys.get(keyId);
    if (key?.clientId !== clientId || key.role === 'current') fail('key-moved');
    model.keys.delete(keyId);
  },
  'hand-over-client-key': (model, { clientId, keyId }) => {
    const key = model.keys.get(keyId);
    if (key?.clientId !== clientId || !key.waitsSince) fail('key-moved');
    const { waitsSince: _, ...rest } = key;
    model.keys.set(keyId, rest);
  },
  'add-registry-account': (model, { account }) => {
    if (model.accounts.has(account.id)) fail('registry-account-known');
    model.accounts.set(account.id, account);
  },
  'renew-registry-account': (model, { id, secretHash, at }) => {
    const known = model.accounts.get(id);
    if (!known || known.revokedAt) fail('registry-account-moved');
    model.accounts.set(id, { ...known, secretHash, renewedAt: at });
  },
  'revoke-registry-account': (model, { id, at }) => {
    const known = model.accounts.get(id);
    if (!known || known.revokedAt) fail('registry-account-moved');
    model.accounts.set(id, { ...known, revokedAt: at });
  },
  'add-tester': (model, { serviceId, personHash, at }) => void model.testers.set(`${serviceId} ${personHash}`, at),
  'drop-testers': (model, { serviceId }) => {
    for (const name of model.testers.keys()) if (name.startsWith(`${serviceId} `)) model.testers.delete(name);
  },
  'record-decision': (model, { decision }) => void (model.decisions = [...model.decisions, decision]),
  'forget-old': (model, { now }) => {
    for (const [id, key] of model.keys) if (key.retiresAt && key.retiresAt <= now) model.keys.delete(id);
  },
};

const newest = <T>(rows: Iterable<T>): T[] => [...rows].reverse();
const roles = ['current', 'next', 'former'];

export const registryArea: Area<Model, RegistryStep, RegistryReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    organisation: async (id) => of().organisations.get(id),
    organisations: async () =>
      newest(of().organisations.values()).sort((a, b) => b.appliedAt.getTime() - a.appliedAt.getTime()),
    service: async (id) => of().services.get(id),
    serviceOfClient: async (clientId) => [...of().services.values()].find((row) => row.clientId === clientId),
    ownService: async (organisationId, ownId) =>
      [...of().services.values()].find((row) => row.organisationId === organisationId && row.ownId === ownId),
    registeredServices: async (organisationId) =>
      newest(of().services.values())
        .filter((row) => organisationId === undefined || row.organisationId === organisationId)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime()),
    serviceVersion: async (serviceId, no) => of().versions.get(`${serviceId} ${no}`),
    serviceVersions: async (serviceId) =>
      [...of().versions.values()].filter((row) => row.serviceId === serviceId).sort((a, b) => a.no - b.no),
    clientKeys: async (clientId) =>
      [...keysOf(of(), clientId)].sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role)),
    isTester: async (serviceId, personHash) => of().testers.has(`${serviceId} ${personHash}`),
    testerCount: async (serviceId) =>
      [...of().testers.keys()].filter((name) => name.startsWith(`${serviceId} `)).length,
    registryDecisions: async (subjectId) => of().decisions.filter((row) => row.subjectId === subjectId),
    registryAccount: async (id) => of().accounts.get(id),
    registryAccounts: async (organisationId) =>
      [...of().accounts.values()]
        .filter((row) => row.organisationId === organisationId)
        .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
  }),
};
