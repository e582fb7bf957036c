/** Operators of the platform: accounts, sessions, their actions, and what they keep of datasets and providers. */
import type {
  Account,
  AccountReads,
  AccountReason,
  AccountStep,
  Action,
  Invitation,
  Session,
} from '../../accounts/storage.ts';

/** 審查人員, 維運人員, 稽核人員, and the people of a service provider 服務提供者. */
export type Role = 'reviewer' | 'operator' | 'auditor' | 'service-provider';

export interface StaffAccount extends Account {
  readonly roles: readonly Role[];
  /** Whose services a service provider sees; absent for the platform's own people. */
  readonly organisationId?: string;
}

export interface StaffInvitation extends Invitation {
  readonly roles: readonly Role[];
  readonly organisationId?: string;
}

export interface StaffKinds {
  readonly account: StaffAccount;
  readonly invitation: StaffInvitation;
  readonly session: Session;
  readonly action: Action;
}

export interface NumberedAction extends Action {
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
  | AccountStep<StaffKinds>
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

export type StaffReason = AccountReason | 'maintenance-unknown' | 'audit-unknown';

export interface StaffReads extends AccountReads<StaffKinds> {
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
