/** The staff area of the county's storage in memory. */
import type { StaffAccount, StaffReads, StaffReason, StaffSession, StaffStep } from '../../county/staff/storage.ts';
import { GuardFailed } from '../../storage/plan.ts';
import type { StaffState } from './county-staff-state.ts';
import { guardAdministrator, type OfficesState } from './county-offices.ts';

const refuse = (reason: StaffReason): never => {
  throw new GuardFailed<StaffReason>(reason);
};
const put = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> =>
  new Map(map).set(key, value);
const keep = <Value>(map: ReadonlyMap<string, Value>, kept: (value: Value) => boolean): ReadonlyMap<string, Value> =>
  new Map([...map].filter(([, value]) => kept(value)));

/** → undefined where the step is not of this area */
export function staffAfter(
  s: StaffState,
  step: StaffStep | { readonly step: string },
  offices: OfficesState,
): StaffState | undefined {
  return step.step in known ? after(s, step as StaffStep, offices) : undefined;
}

const known: { readonly [Name in StaffStep['step']]: true } = {
  'add-account': true,
  'renew-account': true,
  'close-account': true,
  'add-invitation': true,
  'use-invitation': true,
  'use-code': true,
  'open-session': true,
  'touch-session': true,
  'close-session': true,
  'close-sessions': true,
  'record-action': true,
  'record-look': true,
  'forget-staff-records': true,
};

function after(s: StaffState, step: StaffStep, offices: OfficesState): StaffState {
  const account = (id: string): StaffAccount => {
    const found = s.accounts.get(id);
    return found && found.closedAt === undefined ? found : refuse('account-unknown');
  };
  const session = (hash: string): StaffSession => s.sessions.get(hash) ?? refuse('session-over');
  const without = (id: string) => keep(s.sessions, ({ staffId }) => staffId !== id);
  switch (step.step) {
    case 'add-account':
      if (s.accounts.has(step.account.id) || [...s.accounts.values()].some(({ login }) => login === step.account.login))
        refuse('login-taken');
      return { ...s, accounts: put(s.accounts, step.account.id, step.account) };
    case 'renew-account': {
      const { step: _step, id, ...secrets } = step;
      return { ...s, accounts: put(s.accounts, id, { ...account(id), ...secrets }), sessions: without(id) };
    }
    case 'close-account': {
      const one = account(step.id);
      guardAdministrator(offices, step.id, s);
      return {
        ...s,
        accounts: put(s.accounts, step.id, { ...one, closedAt: step.at }),
        sessions: without(step.id),
      };
    }
    case 'add-invitation':
      return { ...s, invitations: put(s.invitations, step.invitation.hash, step.invitation) };
    case 'use-invitation': {
      const found = s.invitations.get(step.hash);
      if (!found || found.expiresAt <= step.at) refuse('invitation-spent');
      return { ...s, invitations: keep(s.invitations, ({ hash }) => hash !== step.hash) };
    }
    case 'use-code': {
      const one = s.accounts.get(step.staffId);
      if (!one || one.closedAt !== undefined || one.totpStep >= step.totpStep) return refuse('code-used');
      return { ...s, accounts: put(s.accounts, one.id, { ...one, totpStep: step.totpStep }) };
    }
    case 'open-session':
      return {
        ...s,
        sessions: put(s.sessions, step.session.hash, { ...step.session, activeAt: step.session.startedAt }),
      };
    case 'touch-session':
      return { ...s, sessions: put(s.sessions, step.hash, { ...session(step.hash), activeAt: step.at }) };
    case 'close-session':
      return { ...s, sessions: keep(s.sessions, ({ hash }) => hash !== step.hash) };
    case 'close-sessions':
      return { ...s, sessions: without(step.staffId) };
    case 'record-action':
      return { ...s, actions: [...s.actions, step.action] };
    case 'record-look': {
      const { action, since } = step;
      const same = s.actions.some(
        ({ at, staffId, verb, object }) =>
          at >= since && staffId === action.staffId && verb === action.verb && object === action.object,
      );
      return same ? s : { ...s, actions: [...s.actions, action] };
    }
    case 'forget-staff-records':
      return {
        ...s,
        sessions: keep(
          s.sessions,
          ({ activeAt, startedAt }) => activeAt > step.sessionsIdleBefore && startedAt > step.sessionsBefore,
        ),
        invitations: keep(s.invitations, ({ expiresAt }) => expiresAt > step.now),
        actions: s.actions.filter(({ at }) => at >= step.actionsBefore),
      };
  }
}

/**
 * Accounts in the order in which they were made, closed ones too; sessions that are over are found all the same.
 * Actions newest first; `about` is looked for anywhere in the object.
 */
export const staffReads = (state: () => StaffState): StaffReads => ({
  async staffAccount(id) {
    return state().accounts.get(id);
  },
  async staffByLogin(login) {
    return [...state().accounts.values()].find((account) => account.login === login);
  },
  async staffAccounts() {
    return [...state().accounts.values()].sort(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.login < b.login ? -1 : 1),
    );
  },
  async invitation(hash) {
    return state().invitations.get(hash);
  },
  async staffSession(hash) {
    return state().sessions.get(hash);
  },
  async staffActions(limit, offices, { verbs, staffId, about } = {}) {
    return state()
      .actions.filter(({ office }) => !offices || (office !== undefined && offices.includes(office)))
      .filter(
        (action) =>
          (!verbs || verbs.includes(action.verb)) &&
          (staffId === undefined || action.staffId === staffId) &&
          (about === undefined || action.object.includes(about)),
      )
      .reverse()
      .slice(0, limit);
  },
});
