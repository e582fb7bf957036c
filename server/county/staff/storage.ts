/** Staff of the county 機關人員: accounts, sessions, one-time links and the record of what they do. */
import type { Membership } from '../offices/storage.ts';
import type { Instant } from '../instant.ts';

export interface StaffAccount {
  readonly id: string;
  /** As typed at sign-in, in lower case; unique. */
  readonly login: string;
  readonly name: string;
  /** See `server/accounts/password.ts`. */
  readonly password: string;
  /** Sealed, see `server/accounts/second-factor.ts`. */
  readonly totp: Uint8Array;
  /** The last RFC 6238 time step that was used; none at or before it is taken again. */
  readonly totpStep: number;
  readonly createdAt: Instant;
  readonly closedAt?: Instant;
}

/** A one-time link by which a person makes their account, or gets back into it (`accountId`). */
export interface StaffInvitation {
  /** SHA-256 of the link's secret. */
  readonly hash: string;
  readonly name: string;
  /** What the new account gets; nothing where one is renewed. */
  readonly roles: readonly Pick<Membership, 'office' | 'role'>[];
  readonly accountId?: string;
  readonly totp: Uint8Array;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export interface StaffSession {
  /** SHA-256 of the cookie. */
  readonly hash: string;
  readonly staffId: string;
  /** Which desk this sign-in has open (`desks/storage.ts`). */
  readonly desk?: string;
  /** What the platform said of entries made here: until then that it takes none. */
  readonly outUntil?: Instant;
  readonly startedAt: Instant;
  readonly activeAt: Instant;
}

/** What somebody of the staff did; only ever added. */
export interface StaffAction {
  readonly at: Instant;
  readonly staffId: string;
  readonly staffName: string;
  /** Kebab-case, e.g. `open-case`. */
  readonly verb: string;
  /** What it was done to, e.g. a service's id; never personal data of residents. */
  readonly object: string;
  /** The office that it concerns; absent: the person, or the organisation as a whole. */
  readonly office?: string;
  readonly reason?: string;
}

/** Every part that is named must fit. */
interface ActionFilter {
  readonly verbs?: readonly string[];
  readonly staffId?: string | undefined;
  /** Part of the object. */
  readonly about?: string | undefined;
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
  /** The last open account that administers the whole organisation stays. */
  | { readonly step: 'close-account'; readonly id: string; readonly at: Instant }
  | { readonly step: 'add-invitation'; readonly invitation: StaffInvitation }
  | { readonly step: 'use-invitation'; readonly hash: string; readonly at: Instant }
  | { readonly step: 'use-code'; readonly staffId: string; readonly totpStep: number }
  | { readonly step: 'open-session'; readonly session: Omit<StaffSession, 'activeAt' | 'desk' | 'outUntil'> }
  | { readonly step: 'touch-session'; readonly hash: string; readonly at: Instant }
  | { readonly step: 'close-session'; readonly hash: string }
  | { readonly step: 'close-sessions'; readonly staffId: string }
  | { readonly step: 'record-action'; readonly action: StaffAction }
  /** Not where the same person has done the same to the same at `since` or later. */
  | { readonly step: 'record-look'; readonly action: StaffAction; readonly since: Instant }
  | {
      readonly step: 'forget-staff-records';
      readonly now: Instant;
      readonly sessionsIdleBefore: Instant;
      readonly sessionsBefore: Instant;
      readonly actionsBefore: Instant;
    };

export type StaffReason =
  'login-taken' | 'account-unknown' | 'last-administrator' | 'invitation-spent' | 'code-used' | 'session-over';

export interface StaffReads {
  staffAccount(id: string): Promise<StaffAccount | undefined>;
  staffByLogin(login: string): Promise<StaffAccount | undefined>;
  /** In the order in which they were made. */
  staffAccounts(): Promise<readonly StaffAccount[]>;
  staffInvitation(hash: string): Promise<StaffInvitation | undefined>;
  staffSession(hash: string): Promise<StaffSession | undefined>;
  /** Newest first; with `offices` those alone that concern one of them. */
  staffActions(limit: number, offices?: readonly string[], only?: ActionFilter): Promise<readonly StaffAction[]>;
}
