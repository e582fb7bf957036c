/** The second pair of eyes: whoever has edited the changes can not approve them, and a decision is about one revision. */
import type { Approval } from '../../../schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { readRevision, type Json } from '../services/read-input.ts';
import { approvalOf, conflict, formState } from './drafts.ts';
import { FormsError } from './errors.ts';
import { byOf, type Designer } from './staff.ts';
import type { Decision, FormWork } from './storage.ts';

const longestNotes = 2000;

export function readNotes(input: unknown): string | undefined {
  if (input === undefined || input === '') return undefined;
  if (typeof input !== 'string' || [...input].length > longestNotes) throw new FormsError('notes-missing');
  return input.trim() || undefined;
}

export async function approveForm(county: County, id: string, staff: Designer, input: Json): Promise<Approval> {
  const notes = readNotes(input.notes);
  const decision = await decide(county, id, staff, input, notes, (work, made) => {
    if (work.editors.includes(staff.id)) throw new FormsError('own-work');
    const { returned: _answered, ...rest } = work;
    return { ...rest, approval: made };
  });
  return approvalOf(decision)!;
}

/** Back to the designers, with a reason. */
export async function returnForm(county: County, id: string, staff: Designer, input: Json): Promise<void> {
  const notes = readNotes(input.notes);
  if (notes === undefined) throw new FormsError('notes-missing');
  await decide(county, id, staff, input, notes, (work, made) => {
    const { approval: _over, ...rest } = work;
    return { ...rest, returned: made };
  });
}

async function decide(
  county: County,
  id: string,
  staff: Designer,
  input: Json,
  notes: string | undefined,
  change: (work: FormWork, made: Decision) => FormWork,
): Promise<Decision> {
  const revision = readRevision(input.revision);
  const state = await formState(county, id);
  if (state.revision !== revision) throw await conflict(county, state, staff);
  const work = state.row?.work;
  if (!work) throw new FormsError('nothing-to-approve');
  const decision: Decision = { by: byOf(staff), at: county.clock.now().toISOString(), ...(notes && { notes }) };
  const done = await county.storage.commit([{ step: 'decide-form', form: id, revision, work: change(work, decision) }]);
  if (!done.ok) throw await conflict(county, await formState(county, id), staff);
  return decision;
}
