/** The second pair of eyes: of what was sent, and never one's own work. */
import type { Approval, GiveBack, Send } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { decide } from './decide.ts';
import { passageView } from './drafts.ts';
import { FormsError } from './errors.ts';
import { readNotes } from './notes.ts';
import { drafted, isAuthor, passed } from './stage.ts';
import { byOf, type Designer } from './staff.ts';
import type { Decision } from './storage.ts';

/** @throws 409 `not-sent`; 403 `own-work` for whoever has edited or sent it */
export async function approveForm(county: County, id: string, staff: Designer, input: Send): Promise<Approval> {
  const { revision } = input;
  const notes = readNotes(input.notes);
  const at = county.clock.now();
  const approval: Decision = { by: byOf(staff), at: at.toISOString(), ...(notes !== undefined && { notes }) };
  await decide(county, { id, staff, revision, from: ['sent'], otherwise: 'not-sent' }, (work) => {
    if (isAuthor(work, staff.id)) throw new FormsError('own-work');
    return {
      work: { ...work, approval, ...passed(work, { what: 'approved', revision, ...approval }) },
      action: { verb: 'approve-form', reason: notes },
    };
  });
  return passageView(approval);
}

/** Back to the designers, with a reason; also where it was approved and something came up before it was published. */
export async function returnForm(county: County, id: string, staff: Designer, input: GiveBack): Promise<void> {
  const { revision } = input;
  const notes = readNotes(input.notes);
  if (notes === undefined) throw new FormsError('notes-missing');
  const at = county.clock.now();
  const returned: Decision = { by: byOf(staff), at: at.toISOString(), notes };
  await decide(county, { id, staff, revision, from: ['sent', 'approved'], otherwise: 'not-sent' }, (work) => ({
    work: { ...drafted(work), returned, ...passed(work, { what: 'returned', revision, ...returned }) },
    action: { verb: 'return-form', reason: notes },
  }));
}
