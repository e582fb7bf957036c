/** What the staff area keeps in memory. */
import type { StaffAccount, StaffAction, StaffInvitation, StaffSession } from '../../county/staff/storage.ts';

export interface StaffState {
  readonly accounts: ReadonlyMap<string, StaffAccount>;
  readonly invitations: ReadonlyMap<string, StaffInvitation>;
  readonly sessions: ReadonlyMap<string, StaffSession>;
  readonly actions: readonly StaffAction[];
}

export const noStaff: StaffState = { accounts: new Map(), invitations: new Map(), sessions: new Map(), actions: [] };
