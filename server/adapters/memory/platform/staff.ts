import type { Session } from '#server/accounts/storage.ts';
import type {
  Audit,
  Heartbeat,
  Maintenance,
  NumberedAction,
  ProviderStep,
  StaffAccount,
  StaffInvitation,
  StaffReads,
  StaffReason as Reason,
  StaffStep,
} from '#server/platform/storage.ts';
import { GuardFailed } from '#server/storage/plan.ts';
import type { Area } from './area.ts';

class Model {
  accounts = new Map<string, StaffAccount>();
  invitations = new Map<string, StaffInvitation>();
  sessions = new Map<string, Session>();
  actions: readonly NumberedAction[] = [];
  heartbeats = new Map<string, Heartbeat>();
  maintenances = new Map<string, Maintenance>();
  audits = new Map<string, Audit>();
  auditFiles = new Map<string, Uint8Array>();
}

const fail = (reason: Reason): never => {
  throw new GuardFailed<Reason>(reason);
};

function openAccount(model: Model, id: string, reason: Reason = 'account-unknown'): StaffAccount {
  const account = model.accounts.get(id);
  return account && !account.closedAt ? account : fail(reason);
}

function closeSessions(model: Model, staffId: string): void {
  for (const [key, session] of model.sessions) if (session.staffId === staffId) model.sessions.delete(key);
}

/** Another server stands behind the dataset: what the one before said is not its word. */
type Step = StaffStep | ProviderStep;

const steps: Area<Model, Step, StaffReads>['steps'] = {
  'add-account': (model, { account }) => {
    if ([...model.accounts.values()].some(({ id, login }) => login === account.login || id === account.id))
      fail('login-taken');
    model.accounts.set(account.id, account);
  },
  'renew-account': (model, { id, password, totp, totpStep }) => {
    model.accounts.set(id, { ...openAccount(model, id), password, totp, totpStep });
    closeSessions(model, id);
  },
  'close-account': (model, { id, at }) => {
    model.accounts.set(id, { ...openAccount(model, id), closedAt: at });
    closeSessions(model, id);
  },
  'add-invitation': (model, { invitation }) => void model.invitations.set(invitation.hash, invitation),
  'use-invitation': (model, { hash, at }) => {
    const invitation = model.invitations.get(hash) ?? fail('invitation-spent');
    if (invitation.expiresAt <= at) fail('invitation-spent');
    model.invitations.delete(hash);
  },
  'use-code': (model, { staffId, totpStep }) => {
    const account = openAccount(model, staffId, 'code-used');
    if (account.totpStep >= totpStep) fail('code-used');
    model.accounts.set(staffId, { ...account, totpStep });
  },
  'open-session': (model, { session }) =>
    void model.sessions.set(session.hash, { ...session, activeAt: session.startedAt }),
  'touch-session': (model, { hash, at }) => {
    const session = model.sessions.get(hash) ?? fail('session-over');
    model.sessions.set(hash, { ...session, activeAt: at });
  },
  'close-session': (model, { hash }) => void model.sessions.delete(hash),
  'close-sessions': (model, { staffId }) => closeSessions(model, staffId),
  'record-action': (model, { action }) =>
    void (model.actions = [...model.actions, { ...action, no: (model.actions.at(-1)?.no ?? 0) + 1 }]),
  'record-heartbeat': (model, { resourceId, ok, at }) => {
    const before = model.heartbeats.get(resourceId);
    model.heartbeats.set(resourceId, { resourceId, ok, at, since: before?.ok === ok ? before.since : at });
  },
  'set-provider': (model, { entry }) => void model.heartbeats.delete(entry.resourceId),
  'remove-provider': (model, { resourceId }) => void model.heartbeats.delete(resourceId),
  'announce-maintenance': (model, { maintenance }) => void model.maintenances.set(maintenance.id, maintenance),
  'withdraw-maintenance': (model, { id, at }) => {
    const maintenance = model.maintenances.get(id);
    if (!maintenance || maintenance.withdrawnAt) return fail('maintenance-unknown');
    model.maintenances.set(id, { ...maintenance, withdrawnAt: at });
  },
  'expect-audit': (model, { audit }) => {
    const known = [...model.audits.values()].some(
      ({ organisationId, kind, year }) =>
        organisationId === audit.organisationId && kind === audit.kind && year === audit.year,
    );
    if (!known) model.audits.set(audit.id, audit);
  },
  'submit-audit': (model, { id, at, summary, file }) => {
    const audit = model.audits.get(id);
    if (!audit || audit.submittedAt) return fail('audit-unknown');
    model.audits.set(id, { ...audit, submittedAt: at, summary, fileName: file?.name, fileDigest: file?.digest });
    if (file) model.auditFiles.set(id, file.bytes);
  },
  'forget-staff-records': (
    model,
    { now, sessionsIdleBefore, sessionsBefore, actionsBefore, auditsBefore, maintenancesBefore },
  ) => {
    for (const [key, { activeAt, startedAt }] of model.sessions)
      if (activeAt <= sessionsIdleBefore || startedAt <= sessionsBefore) model.sessions.delete(key);
    for (const [key, { expiresAt }] of model.invitations) if (expiresAt <= now) model.invitations.delete(key);
    model.actions = model.actions.filter(({ at }) => at >= actionsBefore);
    for (const [key, { until }] of model.maintenances) if (until < maintenancesBefore) model.maintenances.delete(key);
    for (const [key, { submittedAt }] of model.audits)
      if (submittedAt && submittedAt < auditsBefore) {
        model.audits.delete(key);
        model.auditFiles.delete(key);
      }
  },
};

export const staffArea: Area<Model, Step, StaffReads> = {
  empty: () => new Model(),
  steps,
  reads: (of) => ({
    staffAccount: async (id) => of().accounts.get(id),
    staffByLogin: async (wanted) => [...of().accounts.values()].find(({ login }) => login === wanted),
    staffAccounts: async () => [...of().accounts.values()],
    invitation: async (hash) => of().invitations.get(hash),
    staffSession: async (hash) => of().sessions.get(hash),
    staffActions: async ({ from, until, verb, staffId, before, limit }) =>
      of()
        .actions.filter(
          (action) =>
            (!from || action.at >= from) &&
            (!until || action.at < until) &&
            (verb === undefined || action.verb === verb) &&
            (staffId === undefined || action.staffId === staffId) &&
            (before === undefined || action.no < before),
        )
        .toReversed()
        .slice(0, limit),
    heartbeats: async () => [...of().heartbeats.values()].sort((a, b) => (a.resourceId < b.resourceId ? -1 : 1)),
    maintenances: async (at) =>
      [...of().maintenances.values()]
        .filter(({ until, withdrawnAt }) => !withdrawnAt && until > at)
        .sort((a, b) => a.from.getTime() - b.from.getTime()),
    maintenance: async (id) => of().maintenances.get(id),
    audits: async () => [...of().audits.values()].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()),
    audit: async (id) => of().audits.get(id),
    auditFile: async (id) => of().auditFiles.get(id),
  }),
};
