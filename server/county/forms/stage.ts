/**
 * Where the work on a form stands: draft → sent 送核 → approved 核定 or returned 退回 → published. A decision is about one
 * document: another document is a draft again. Pure.
 */
import type { FormStage } from '#schemas/wire/builder-api.ts';
import type { FormWork, Passage } from './storage.ts';

/** Read from the decisions, the latest station first; work without any is a draft. */
export function stageOf({ sent, approval, returned }: Pick<FormWork, 'sent' | 'approval' | 'returned'>): FormStage {
  if (approval) return 'approved';
  if (sent) return 'sent';
  return returned ? 'returned' : 'draft';
}

/** Whoever has written it or sent it on: none of them is a second pair of eyes. */
export const isAuthor = (
  { editors, sent, trail = [] }: Pick<FormWork, 'editors' | 'sent' | 'trail'>,
  staff: string,
): boolean =>
  editors.includes(staff) || sent?.by.id === staff || trail.some(({ what, by }) => what === 'sent' && by.id === staff);

/** What happened on its way, the newest last. */
export const passed = ({ trail = [] }: Pick<FormWork, 'trail'>, passage: Passage): Pick<FormWork, 'trail'> => ({
  trail: [...trail, passage],
});

/** A draft again, e.g. since it was changed after it was sent. Why it was once given back stays until it is sent again. */
export function drafted({ sent: _sent, approval: _approval, ...work }: FormWork): FormWork {
  return work;
}
