/** Organisations apply to join, and the platform's people decide (附件一 三, 四). */
import { inviteStaff } from '../staff/invite.ts';
import { after } from '../../lifetimes.ts';
import { newId } from '../hashes.ts';
import { queueMessage } from '../messages/queue.ts';
import { serviceDecisionText, staffInvitationText } from '../messages/texts/staff.ts';
import type { Platform } from '../platform.ts';
import type { Organisation, OrganisationState, Step } from '../storage.ts';
import type { Staff } from '../staff/session.ts';
import { afterCommit, decided, reasonMissing, type Outcome } from './outcome.ts';
import { says } from './rules/rule.ts';
import { judgeOrganisation, kindOf, type OrganisationApplication } from './who-may-join.ts';

/**
 * Adds the organisation as `applied`, under an id `ORG.…` made here; who forwarded it is kept only for the kinds that
 * need that. Refused with findings by `judgeOrganisation`, and then nothing is written.
 */
export async function applyToJoin(
  { storage, clock }: Pick<Platform, 'storage' | 'clock'>,
  application: OrganisationApplication,
): Promise<Outcome<{ readonly id: string }>> {
  const findings = judgeOrganisation(application);
  const entry = kindOf(application.kind);
  if (findings.length || !entry) return { kind: 'refused', findings };
  const { name, contact, forwardedBy, forwardedNo } = application;
  const id = `ORG.${newId()}`;
  const organisation: Organisation = {
    id,
    name: name.trim(),
    kind: entry.kind,
    contact,
    forwardedBy: entry.by ? forwardedBy.trim() : '',
    forwardedNo: entry.by ? forwardedNo.trim() : '',
    state: 'applied',
    appliedAt: clock.now(),
    invented: false,
  };
  return afterCommit(await storage.commit([{ step: 'add-organisation', organisation }]), { id });
}

export type OrganisationDecision = 'approve' | 'return' | 'refuse';

const states = { approve: 'joined', return: 'returned', refuse: 'refused' } as const satisfies {
  readonly [decision in OrganisationDecision]: OrganisationState;
};

const words = {
  approve: '審查通過，可以開始登錄服務',
  return: '退回補正，請依理由修改後重新申請',
  refuse: '不同意介接',
} as const satisfies { readonly [decision in OrganisationDecision]: string };

/** Approved, its people get a one-time link, to the office's address and once on the screen. */
export async function decideOrganisation(
  platform: Platform,
  staff: Staff,
  { id, decision, reason }: { readonly id: string; readonly decision: OrganisationDecision; readonly reason: string },
): Promise<Outcome<{ readonly link?: string }>> {
  const { storage, clock, config } = platform;
  const organisation = await storage.organisation(id);
  if (!organisation) return { kind: 'moved' };
  if (!says(reason, 4)) return { kind: 'refused', findings: [reasonMissing()] };
  const at = clock.now();
  const { name, contact } = organisation;
  const to = { name: contact.unit, email: contact.email };
  const setting = { publicUrl: config.publicUrl, test: config.environment === 'test' };
  const told = serviceDecisionText(setting, {
    name,
    service: `${name}介接申請`,
    decision: words[decision],
    reason,
    at,
  });
  const plan: Step[] = [
    { step: 'move-organisation', id, from: 'applied', to: states[decision] },
    ...decided(staff, { subject: 'organisation', subjectId: id, at, side: 'operator', what: decision, reason }),
    await queueMessage(platform, { kind: 'service-decision', at, to, ...told }),
  ];
  if (decision !== 'approve') return afterCommit(await storage.commit(plan), {});
  const { link, step } = inviteStaff(platform, {
    name: `${name} 承辦員`.slice(0, 40),
    roles: ['service-provider'],
    organisationId: id,
  });
  const letter = staffInvitationText(setting, {
    name,
    role: '服務提供者',
    link,
    until: after(at, 'staffInvitation'),
  });
  const invited = await queueMessage(platform, { kind: 'staff-invitation', at, to, ...letter });
  return afterCommit(await storage.commit([...plan, step, invited]), { link });
}
