/** What became of an attempt to change the register. */
import { recordAction } from '../../accounts/session.ts';
import type { RegistryDecision, RegistryReason, Reason, Step } from '../storage.ts';
import type { Staff } from '../staff/session.ts';
import type { PhaseRefusal } from './phases.ts';
import type { Finding } from './rules/rule.ts';

export type Outcome<Done = object> =
  | ({ readonly kind: 'done' } & Done)
  /** Rules stand against it, or questions are unanswered. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-possible'; readonly reason: PhaseRefusal }
  /** Somebody else was faster: look again. */
  | { readonly kind: 'moved' };

const raced: readonly RegistryReason[] = [
  'organisation-known',
  'organisation-moved',
  'client-known',
  'service-moved',
  'version-known',
  'key-pending',
  'key-moved',
  'registry-account-known',
  'registry-account-moved',
];

/** @throws for a reason that no race explains */
export function afterCommit<Done extends object>(
  result: { readonly ok: true } | { readonly ok: false; readonly reason: Reason },
  done: Done,
): Outcome<Done> {
  if (result.ok) return { kind: 'done', ...done };
  if (raced.some((reason) => reason === result.reason)) return { kind: 'moved' };
  throw new Error(`the register could not be written: ${result.reason}`);
}

/** A decision as its subject keeps it, and as the staff's actions show it: both in the plan of its effect. */
export const decided = (staff: Pick<Staff, 'id' | 'name'>, decision: Omit<RegistryDecision, 'by'>): readonly Step[] => [
  { step: 'record-decision', decision: { ...decision, by: staff.name } },
  recordAction(
    staff,
    {
      verb: `${decision.subject}-${decision.what}`,
      object: [decision.subjectId, decision.question].filter(Boolean).join(' '),
      reason: decision.reason,
    },
    decision.at,
  ),
];

/** For a reason that a person owes. */
export const reasonMissing = (field = 'reason'): Finding => ({
  rule: 'reason',
  clause: '平臺作業規定',
  verdict: 'refused',
  field,
  text: '請寫明理由（至少 4 個字），會記入審查紀錄。',
});
