/**
 * Offices 單位 of the organisation 機關, who holds which role in them, and which office a service belongs to. Every
 * permission of the staff is decided from these records (`server/county/access`); names are labels and decide nothing.
 */
import type { Text } from '#schemas/text.ts';
import type { StaffRole } from '../staff/role.ts';
import type { Instant } from '../instant.ts';

export interface Office {
  /** Kebab-case; never changes. */
  readonly id: string;
  readonly name: Text;
  /** The office above it. One has none: the organisation itself. */
  readonly parent?: string;
  /** Since then nobody works there, nothing belongs to it. */
  readonly closedAt?: Instant;
}

/** Holds in the office and in every one below it. */
export interface Membership {
  readonly staff: string;
  readonly office: string;
  readonly role: StaffRole;
}

/** By id of the service, which is its form's. */
export interface ServiceOwner {
  readonly service: string;
  readonly office: string;
}

/** What an account held before offices were records: a role, and an office by its name. */
export interface FormerRole {
  readonly staff: string;
  readonly role: StaffRole;
  readonly agency: string;
}

export type OfficeStep =
  /** Under an open office; the first has nothing above it. */
  | { readonly step: 'add-office'; readonly office: Omit<Office, 'closedAt'> }
  | { readonly step: 'rename-office'; readonly id: string; readonly name: Text }
  /** Not under itself, and never the organisation. */
  | { readonly step: 'move-office'; readonly id: string; readonly parent: string }
  /** Where no open office stands below and no service belongs; the roles in it end. */
  | { readonly step: 'close-office'; readonly id: string; readonly at: Instant }
  | { readonly step: 'give-role'; readonly membership: Membership }
  /** The last open account that administers the whole organisation keeps doing so. */
  | { readonly step: 'take-role'; readonly membership: Membership }
  /** Of a service that belongs to nobody yet. */
  | { readonly step: 'own-service'; readonly service: string; readonly office: string }
  | { readonly step: 'move-service'; readonly service: string; readonly from: string; readonly to: string }
  | { readonly step: 'settle-former-role'; readonly former: FormerRole };

export type OfficeReason =
  | 'office-taken'
  | 'office-unknown'
  | 'office-cycle'
  | 'office-in-use'
  | 'role-held'
  | 'role-unknown'
  | 'owner-known'
  | 'owner-other';

export interface OfficeReads {
  /** In the order in which they were made, closed ones too. */
  offices(): Promise<readonly Office[]>;
  membershipsOf(staff: string): Promise<readonly Membership[]>;
  memberships(): Promise<readonly Membership[]>;
  serviceOwner(service: string): Promise<ServiceOwner | undefined>;
  serviceOwners(): Promise<readonly ServiceOwner[]>;
  formerRoles(): Promise<readonly FormerRole[]>;
}
