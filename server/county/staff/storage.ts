/** Staff of the county 機關人員: what it keeps of them beside what every party does (`accounts/storage.ts`). */
import type {
  Account,
  AccountReads,
  AccountReason,
  AccountStep,
  Action,
  Invitation,
  Session,
} from '../../accounts/storage.ts';
import type { Membership } from '../offices/storage.ts';

export type { Account as StaffAccount } from '../../accounts/storage.ts';

export interface StaffInvitation extends Invitation {
  /** What the new account gets; nothing where one is renewed. */
  readonly roles: readonly Pick<Membership, 'office' | 'role'>[];
}

export interface StaffSession extends Session {
  /** Which desk this sign-in has open (`desks/storage.ts`). */
  readonly desk?: string;
  /** What the platform said of entries made here: until then that it takes none. */
  readonly outUntil?: Date;
}

export interface StaffAction extends Action {
  /** The office that it concerns; absent: the person, or the organisation as a whole. */
  readonly office?: string;
}

export interface StaffKinds {
  readonly account: Account;
  readonly invitation: StaffInvitation;
  readonly session: StaffSession;
  readonly action: StaffAction;
}

/** Every part that is named must fit. */
interface ActionFilter {
  readonly verbs?: readonly string[];
  readonly staffId?: string | undefined;
  /** Part of the object. */
  readonly about?: string | undefined;
}

/** The last open account that administers the whole organisation is not closed. */
export type StaffStep =
  | AccountStep<StaffKinds>
  /** Not where the same person has done the same to the same at `since` or later. */
  | { readonly step: 'record-look'; readonly action: StaffAction; readonly since: Date }
  | {
      readonly step: 'forget-staff-records';
      readonly now: Date;
      readonly sessionsIdleBefore: Date;
      readonly sessionsBefore: Date;
      readonly actionsBefore: Date;
    };

export type StaffReason = AccountReason | 'last-administrator';

export interface StaffReads extends AccountReads<StaffKinds> {
  /** Newest first; with `offices` those alone that concern one of them. */
  staffActions(limit: number, offices?: readonly string[], only?: ActionFilter): Promise<readonly StaffAction[]>;
}
