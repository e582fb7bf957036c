/** The register at run time: what is stored, over the clients of configuration files, as both stand now. */
import { payloadFieldsOf } from '#schemas/services/asked.ts';
import type { ClientSecrets } from '../../protocol/mydata-1/fields.ts';
import type { Clock } from '../../context.ts';
import type { PlatformKeys } from '../keys.ts';
import type { PlatformStorage } from '../storage.ts';
import type { Client, ServiceRegister, Standing } from './read-register.ts';
import type { Organisation, RegisteredService, ServiceVersion } from '../storage.ts';
import { openSecrets } from './client-keys.ts';
import { emptyOffer } from './counter-offer.ts';
import { stateAt, type ServiceState } from './phases.ts';
import { ofFiles as withoutOrganisation } from './seed.ts';

interface Needs {
  readonly storage: PlatformStorage;
  readonly clock: Clock;
  readonly keys: PlatformKeys;
}

/**
 * `find` answers as of now, with secrets in clear, and undefined for an id that nobody has or whose file is gone.
 * `list` gives those of files first; its other order is the storage's.
 * @param fileClients what is stored adds to these only how they stand (suspended, ended, whose); the rest is the file's
 * word
 */
export function serviceRegister({ storage, clock, keys }: Needs, fileClients: readonly Client[]): ServiceRegister {
  const ofFiles = new Map(fileClients.map((client) => [client.clientId, client]));

  async function find(clientId: string): Promise<Client | undefined> {
    const file = ofFiles.get(clientId);
    const service = await storage.serviceOfClient(clientId);
    if (!service) return file;
    const organisation = await storage.organisation(service.organisationId);
    const state = stateAt(service.state, clock.now());
    if (file) {
      const standing = standingOf({ service, organisation, state, otherSecrets: [] });
      return { ...file, suspended: file.suspended || state.phase === 'suspended', standing };
    }
    // A file that names it no more: its secrets are gone with it.
    if (service.fromFile) return undefined;
    const version = await storage.serviceVersion(service.id, state.version);
    const now = clock.now();
    const [current, ...others] = (await storage.clientKeys(clientId))
      .filter(({ retiresAt }) => !retiresAt || retiresAt > now)
      .map((key) => openSecrets(keys, key));
    if (!version || !current) return undefined;
    const standing = standingOf({ service, organisation, state, version, otherSecrets: others });
    return clientOf({ service, version, suspended: state.phase === 'suspended', secrets: current, standing });
  }

  return {
    find,
    async list() {
      const stored = await storage.registeredServices();
      const ids = new Set([...ofFiles.keys(), ...stored.map(({ clientId }) => clientId)]);
      const all = await Promise.all([...ids].map(find));
      return all.flatMap((client) => client ?? []);
    },
  };
}

interface Parts {
  readonly service: RegisteredService;
  readonly organisation?: Organisation;
  readonly state: ServiceState;
  readonly version?: ServiceVersion;
  readonly otherSecrets: readonly ClientSecrets[];
}

function standingOf({ service, organisation, state, version, otherSecrets }: Parts): Standing {
  const definition = version?.definition;
  const left = organisation && organisation.state !== 'joined';
  return {
    serviceId: service.id,
    phase: left ? 'closed' : standingPhase(state),
    organisation: organisation?.name ?? '',
    ...(organisation && organisation.id !== withoutOrganisation.id && { organisationId: organisation.id }),
    purpose: definition?.purpose ?? '',
    purposeCodes: definition?.purposeCodes ?? [],
    serviceBasis: definition?.legalBasis ?? '',
    terms: definition?.terms ?? '',
    retentionDays: definition?.retentionDays,
    anyOf: definition?.anyOf,
    otherSecrets,
  };
}

/** What it waits for changes nothing in what it may do meanwhile. */
export function standingPhase({ phase, resumes }: ServiceState): Standing['phase'] {
  switch (phase === 'suspended' ? resumes : phase) {
    case 'test':
      return 'test';
    case 'trial':
    case 'live-requested':
      return 'trial';
    case 'live':
      return 'live';
    case 'ended':
      return 'ended';
    default:
      return 'closed';
  }
}

function clientOf({
  service,
  version: { definition },
  suspended,
  secrets,
  standing,
}: {
  readonly service: RegisteredService;
  readonly version: ServiceVersion;
  readonly suspended: boolean;
  readonly secrets: ClientSecrets;
  readonly standing: Standing;
}): Client {
  return {
    clientId: service.clientId,
    ...secrets,
    name: definition.name,
    returnUrl: definition.returnUrl,
    spApiUrl: definition.spApiUrl,
    resources: definition.datasets.map(({ id }) => id),
    legalBasis: definition.extraDatasetsBasis || undefined,
    fields: payloadFieldsOf(definition),
    addresses: definition.addresses,
    ...(definition.jwe && { jwe: definition.jwe }),
    suspended,
    // Versions from before it was asked.
    modes: definition.modes.length ? definition.modes : ['online'],
    counter: definition.counter ?? emptyOffer,
    agentBasis: definition.applicant === 'agent' ? definition.agentBasis || undefined : undefined,
    standing,
  };
}
