/** Whose turn it is: what one person is the one to do next with the work on a form. Pure. */
import type { BuilderRole, Turn } from '#schemas/wire/builder-api.ts';
import { isAuthor, stageOf } from './stage.ts';
import type { FormWork } from './storage.ts';

/**
 * @param roles what the person holds where the form belongs
 * @param needs whether a second person must approve it
 */
export function turnsOf(
  work: FormWork | undefined,
  { staff, roles, needs }: { readonly staff: string; readonly roles: readonly BuilderRole[]; readonly needs: boolean },
): readonly Turn[] {
  if (!work) return [];
  const stage = stageOf(work);
  const author = isAuthor(work, staff);
  const designs = roles.includes('designer') || roles.includes('administrator');
  const turns: { readonly [Name in Turn]: boolean } = {
    mend: designs && work.editors.includes(staff) && (stage === 'draft' || stage === 'returned'),
    approve: roles.includes('approver') && stage === 'sent' && needs && !author,
    // Where nobody has to approve it, whoever publishes is the second pair of eyes.
    publish: roles.includes('publisher') && (stage === 'approved' || (stage === 'sent' && !needs && !author)),
  };
  return (Object.keys(turns) as Turn[]).filter((turn) => turns[turn]);
}
