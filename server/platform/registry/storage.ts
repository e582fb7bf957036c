/**
 * Organisations, their services, versions, keys and decisions. A service moves by its revision: whoever decided on an older
 * sight of it is told so. Secrets lie sealed under a key that is not in the database.
 */
import type { OrganisationKind } from './organisation-kind.ts';
import type { ServiceDefinition } from './definition.ts';
import type { ServiceState } from './phases.ts';
import type { Finding } from './rules/rule.ts';
import type { JourneyStep } from '../journey/storage.ts';

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  /** An office, not a person. */
  readonly contact: { readonly unit: string; readonly phone: string; readonly email: string };
  /** The agency that agreed and forwarded, with its document's number; empty where none is needed. */
  readonly forwardedBy: string;
  readonly forwardedNo: string;
  readonly state: OrganisationState;
  readonly appliedAt: Date;
  /** Stands for the clients of configuration files. */
  readonly invented: boolean;
}

export type OrganisationState = 'applied' | 'joined' | 'returned' | 'refused';

export interface RegisteredService {
  readonly id: string;
  readonly organisationId: string;
  readonly clientId: string;
  readonly name: string;
  readonly state: ServiceState;
  /** Counts each move. */
  readonly revision: number;
  readonly createdAt: Date;
  /** Its keys and addresses come from a configuration file. */
  readonly fromFile: boolean;
  /** The organisation's own name of it, of one that its system registered; unique in the organisation. */
  readonly ownId?: string;
}

/** With which an organisation's own system speaks to the registry 登錄帳號. */
export interface RegistryAccount {
  /** `REG.` and ten characters. */
  readonly id: string;
  readonly organisationId: string;
  /** SHA-256 of the password, which is random and was shown once. */
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly renewedAt?: Date;
  readonly revokedAt?: Date;
}

export interface ServiceVersion {
  readonly serviceId: string;
  readonly no: number;
  readonly definition: ServiceDefinition;
  readonly findings: readonly Finding[];
  readonly submittedAt: Date;
}

export interface ClientKey {
  readonly id: string;
  readonly clientId: string;
  /** AES-256-GCM of secret and IV. */
  readonly sealed: Uint8Array;
  readonly createdAt: Date;
  /**
   * `next`: accepted, not used by us yet · `current`: the one we encrypt with · `former`: accepted until `retiresAt`.
   */
  readonly role: 'next' | 'current' | 'former';
  readonly retiresAt?: Date;
  /** Since when it waits for the organisation's system to say that it has it; absent: nobody need ask for it again. */
  readonly waitsSince?: Date;
}

export interface RegistryDecision {
  readonly subject: 'organisation' | 'service';
  readonly subjectId: string;
  readonly version?: number;
  readonly at: Date;
  /** Account of the person; `system` where a rule decided. */
  readonly by: string;
  readonly side: 'provider' | 'operator' | 'system';
  /** `approve`, `refuse`, `return`, `suspend`, `restore`, `answer` … */
  readonly what: string;
  /** Of an answer: which question. */
  readonly question?: string;
  readonly reason: string;
}

export type RegistryStep =
  | { readonly step: 'add-organisation'; readonly organisation: Organisation }
  | {
      readonly step: 'move-organisation';
      readonly id: string;
      readonly from: OrganisationState;
      readonly to: OrganisationState;
    }
  | { readonly step: 'amend-organisation'; readonly organisation: Organisation }
  | { readonly step: 'add-service'; readonly service: Omit<RegisteredService, 'revision'> }
  | {
      readonly step: 'move-service';
      readonly id: string;
      /** As the mover saw it. */
      readonly revision: number;
      readonly state: ServiceState;
      readonly name?: string;
    }
  | { readonly step: 'add-version'; readonly version: ServiceVersion }
  | { readonly step: 'add-client-key'; readonly key: ClientKey }
  /** `next` becomes `current`, `current` becomes `former` until then, an older `former` goes. */
  | { readonly step: 'switch-client-key'; readonly clientId: string; readonly keyId: string; readonly retiresAt: Date }
  | { readonly step: 'drop-client-key'; readonly clientId: string; readonly keyId: string }
  /** The organisation's system has the key that waited. */
  | { readonly step: 'hand-over-client-key'; readonly clientId: string; readonly keyId: string }
  | { readonly step: 'add-registry-account'; readonly account: RegistryAccount }
  /** Another password; not of a revoked one. */
  | {
      readonly step: 'renew-registry-account';
      readonly id: string;
      readonly secretHash: string;
      readonly at: Date;
    }
  | { readonly step: 'revoke-registry-account'; readonly id: string; readonly at: Date }
  | { readonly step: 'add-tester'; readonly serviceId: string; readonly personHash: string; readonly at: Date }
  | { readonly step: 'drop-testers'; readonly serviceId: string }
  | { readonly step: 'record-decision'; readonly decision: RegistryDecision }
  | Extract<JourneyStep, { readonly step: 'forget-old' }>;

export type RegistryReason =
  | 'organisation-known'
  | 'organisation-moved'
  | 'client-known'
  | 'service-moved'
  | 'version-known'
  | 'key-pending'
  | 'key-moved'
  | 'registry-account-known'
  | 'registry-account-moved';

export interface RegistryReads {
  organisation(id: string): Promise<Organisation | undefined>;
  /** Newest first. */
  organisations(): Promise<readonly Organisation[]>;
  service(id: string): Promise<RegisteredService | undefined>;
  serviceOfClient(clientId: string): Promise<RegisteredService | undefined>;
  /** By the organisation's own name of it. */
  ownService(organisationId: string, ownId: string): Promise<RegisteredService | undefined>;
  /** Newest first; of one organisation, or of all. */
  registeredServices(organisationId?: string): Promise<readonly RegisteredService[]>;
  serviceVersion(serviceId: string, no: number): Promise<ServiceVersion | undefined>;
  /** Oldest first. */
  serviceVersions(serviceId: string): Promise<readonly ServiceVersion[]>;
  /** Current first. */
  clientKeys(clientId: string): Promise<readonly ClientKey[]>;
  isTester(serviceId: string, personHash: string): Promise<boolean>;
  testerCount(serviceId: string): Promise<number>;
  /** Oldest first. */
  registryDecisions(subjectId: string): Promise<readonly RegistryDecision[]>;
  registryAccount(id: string): Promise<RegistryAccount | undefined>;
  /** Of one organisation, oldest first, revoked ones too. */
  registryAccounts(organisationId: string): Promise<readonly RegistryAccount[]>;
}
