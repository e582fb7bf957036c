/** Operators of the platform: accounts, sessions, their actions, and what they keep of datasets and providers. */

/** 審查人員, 維運人員, 稽核人員, and the people of a service provider 服務提供者. */
export type Role = 'reviewer' | 'operator' | 'auditor' | 'service-provider';

export interface StaffAccount {
  readonly id: string;
  /** As typed at sign-in, in lower case; unique. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whose services a service provider sees; absent for the platform's own people. */
  readonly organisationId?: string;
  /** See `server/accounts/password.ts`. */
  readonly password: string;
  /** Sealed, see `server/accounts/second-factor.ts`. */
  readonly totp: Uint8Array;
  /** The last RFC 6238 time step that was used; none at or before it is taken again. */
  readonly totpStep: number;
  readonly createdAt: Date;
  readonly closedAt?: Date;
}

/** A one-time link by which a person makes their account, or gets back into it (`accountId`). */
export interface Invitation {
  /** SHA-256 of the link's secret. */
  readonly hash: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organisationId?: string;
  readonly accountId?: string;
  readonly totp: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface StaffSession {
  /** SHA-256 of the cookie. */
  readonly hash: string;
  readonly staffId: string;
  readonly startedAt: Date;
  readonly activeAt: Date;
}

/** What somebody of the staff did; only ever added. */
interface StaffAction {
  readonly at: Date;
  readonly staffId: string;
  readonly staffName: string;
  /** Kebab-case, e.g. `suspend-service`. */
  readonly verb: string;
  /** What it was done to, e.g. a client id; never personal data of residents. */
  readonly object: string;
  readonly reason?: string;
}

export interface NumberedAction extends StaffAction {
  readonly no: number;
}

export interface Heartbeat {
  readonly resourceId: string;
  readonly ok: boolean;
  readonly at: Date;
  /** Since when it has been as it is. */
  readonly since: Date;
}

export interface Maintenance {
  readonly id: string;
  /** Empty: the platform itself. */
  readonly resources: readonly string[];
  readonly from: Date;
  readonly until: Date;
  /** What residents read. */
  readonly words: string;
  readonly announcedAt: Date;
  readonly announcedBy: string;
  /** Why it could not be announced in time. */
  readonly emergency?: string;
  readonly withdrawnAt?: Date;
}

/** The yearly internal audit of a provider (手冊 附件一 六-(二)): when it is due, and the report once it is there. */
export interface Audit {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Service provider or data provider. */
  readonly kind: 'sp' | 'dp';
  /** Of our era. */
  readonly year: number;
  readonly dueAt: Date;
  readonly submittedAt?: Date;
  readonly summary?: string;
  readonly fileName?: string;
  /** SHA-256 of the file, hex. */
  readonly fileDigest?: string;
}

export interface ActionQuery {
  readonly from?: Date;
  /** Exclusive. */
  readonly until?: Date;
  readonly verb?: string;
  readonly staffId?: string;
  /** Only with a lower number: the next part of a long list. */
  readonly before?: number;
  readonly limit: number;
}

export type StaffStep =
  | { readonly step: 'add-account'; readonly account: Omit<StaffAccount, 'closedAt'> }
  /** New password and second factor, and all sessions closed. */
  | {
      readonly step: 'renew-account';
      readonly id: string;
      readonly password: string;
      readonly totp: Uint8Array;
      readonly totpStep: number;
    }
  | { readonly step: 'close-account'; readonly id: string; readonly at: Date }
  | { readonly step: 'add-invitation'; readonly invitation: Invitation }
  | { readonly step: 'use-invitation'; readonly hash: string; readonly at: Date }
  | { readonly step: 'use-code'; readonly staffId: string; readonly totpStep: number }
  | { readonly step: 'open-session'; readonly session: Omit<StaffSession, 'activeAt'> }
  | { readonly step: 'touch-session'; readonly hash: string; readonly at: Date }
  | { readonly step: 'close-session'; readonly hash: string }
  | { readonly step: 'close-sessions'; readonly staffId: string }
  | { readonly step: 'record-action'; readonly action: StaffAction }
  | { readonly step: 'record-heartbeat'; readonly resourceId: string; readonly ok: boolean; readonly at: Date }
  | { readonly step: 'announce-maintenance'; readonly maintenance: Omit<Maintenance, 'withdrawnAt'> }
  | { readonly step: 'withdraw-maintenance'; readonly id: string; readonly at: Date }
  /** An audit of that organisation, kind and year that is known already stays as it is. */
  | {
      readonly step: 'expect-audit';
      readonly audit: Omit<Audit, 'submittedAt' | 'summary' | 'fileName' | 'fileDigest'>;
    }
  | {
      readonly step: 'submit-audit';
      readonly id: string;
      readonly at: Date;
      readonly summary: string;
      readonly file?: { readonly name: string; readonly digest: string; readonly bytes: Uint8Array };
    }
  | {
      readonly step: 'forget-staff-records';
      readonly now: Date;
      readonly sessionsIdleBefore: Date;
      readonly sessionsBefore: Date;
      readonly actionsBefore: Date;
      readonly auditsBefore: Date;
      readonly maintenancesBefore: Date;
    };

export type StaffReason =
  | 'login-taken'
  | 'account-unknown'
  | 'invitation-spent'
  | 'code-used'
  | 'session-over'
  | 'maintenance-unknown'
  | 'audit-unknown';

export interface StaffReads {
  staffAccount(id: string): Promise<StaffAccount | undefined>;
  staffByLogin(login: string): Promise<StaffAccount | undefined>;
  /** In the order in which they were made. */
  staffAccounts(): Promise<readonly StaffAccount[]>;
  invitation(hash: string): Promise<Invitation | undefined>;
  staffSession(hash: string): Promise<StaffSession | undefined>;
  /** Newest first. */
  staffActions(query: ActionQuery): Promise<readonly NumberedAction[]>;
  heartbeats(): Promise<readonly Heartbeat[]>;
  /** Not withdrawn and not over at this time; the earliest first. */
  maintenances(at: Date): Promise<readonly Maintenance[]>;
  maintenance(id: string): Promise<Maintenance | undefined>;
  /** By due date. */
  audits(): Promise<readonly Audit[]>;
  audit(id: string): Promise<Audit | undefined>;
  auditFile(id: string): Promise<Uint8Array | undefined>;
}
