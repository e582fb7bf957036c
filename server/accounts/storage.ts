/**
 * What each party keeps of its staff: accounts, sessions, one-time links and what was done. Every party has its own records,
 * which hold more where only it needs more.
 */

export interface Account {
  readonly id: string;
  /** As typed at sign-in, in lower case; unique. */
  readonly login: string;
  readonly name: string;
  /** See `password.ts`. */
  readonly password: string;
  /** Sealed, see `second-factor.ts`. */
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
  readonly accountId?: string;
  readonly totp: Uint8Array;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface Session {
  /** SHA-256 of the cookie. */
  readonly hash: string;
  readonly staffId: string;
  readonly startedAt: Date;
  readonly activeAt: Date;
}

/** What somebody of the staff did; only ever added. */
export interface Action {
  readonly at: Date;
  readonly staffId: string;
  readonly staffName: string;
  /** Kebab-case, e.g. `suspend-service`. */
  readonly verb: string;
  /** What it was done to, e.g. a service's id; never personal data of residents. */
  readonly object: string;
  readonly reason?: string;
}

/** What a party's records hold. */
export interface Kinds {
  readonly account: Account;
  readonly invitation: Invitation;
  readonly session: Session;
  readonly action: Action;
}

/** The steps that are alike at every party. */
export type AccountStep<Kind extends Kinds = Kinds> =
  | { readonly step: 'add-account'; readonly account: Omit<Kind['account'], 'closedAt'> }
  /** New password and second factor, and all sessions closed. */
  | {
      readonly step: 'renew-account';
      readonly id: string;
      readonly password: string;
      readonly totp: Uint8Array;
      readonly totpStep: number;
    }
  | { readonly step: 'close-account'; readonly id: string; readonly at: Date }
  | { readonly step: 'add-invitation'; readonly invitation: Kind['invitation'] }
  | { readonly step: 'use-invitation'; readonly hash: string; readonly at: Date }
  | { readonly step: 'use-code'; readonly staffId: string; readonly totpStep: number }
  | { readonly step: 'open-session'; readonly session: Omit<Session, 'activeAt'> }
  | { readonly step: 'touch-session'; readonly hash: string; readonly at: Date }
  | { readonly step: 'close-session'; readonly hash: string }
  | { readonly step: 'close-sessions'; readonly staffId: string }
  | { readonly step: 'record-action'; readonly action: Kind['action'] };

export type AccountReason = 'login-taken' | 'account-unknown' | 'invitation-spent' | 'code-used' | 'session-over';

export interface AccountReads<Kind extends Kinds = Kinds> {
  staffAccount(id: string): Promise<Kind['account'] | undefined>;
  staffByLogin(login: string): Promise<Kind['account'] | undefined>;
  /** In the order in which they were made. */
  staffAccounts(): Promise<readonly Kind['account'][]>;
  invitation(hash: string): Promise<Kind['invitation'] | undefined>;
  staffSession(hash: string): Promise<Kind['session'] | undefined>;
}
