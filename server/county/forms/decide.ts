/** A decision on one revision in one stage: of two who decide at once, one does. The document stays as it is. */
import type { FormStage } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { conflict, formState } from './drafts.ts';
import type { FormState } from './form-state.ts';
import { FormsError, type FormsErrorCode } from './errors.ts';
import { formAction, type FormAction } from './record.ts';
import { stageOf } from './stage.ts';
import type { Designer } from './staff.ts';
import type { FormWork } from './storage.ts';

export interface Deciding {
  readonly id: string;
  readonly staff: Designer;
  readonly revision: number;
  /** In which of these it must be. */
  readonly from: readonly FormStage[];
  /** What is said where it is in another. */
  readonly otherwise: FormsErrorCode;
}

interface Change {
  readonly work: FormWork;
  readonly action: FormAction;
}

/** @throws 409 `form-conflict` where another revision stands there, `nothing-to-approve`, and as told */
export async function decide(
  county: County,
  { id, staff, revision, from, otherwise }: Deciding,
  change: (work: FormWork, state: FormState) => Change | Promise<Change>,
): Promise<void> {
  const state = await formState(county, id);
  if (state.revision !== revision) throw await conflict(county, state, staff);
  const before = state.row?.work;
  if (!before) throw new FormsError('nothing-to-approve');
  const stage = stageOf(before);
  if (!from.includes(stage)) throw new FormsError(otherwise);
  const { work, action } = await change(before, state);
  const done = await county.storage.commit([
    { step: 'decide-form', form: id, revision, stage, work },
    await formAction(county, staff, id, action),
  ]);
  if (done.ok) return;
  const now = await formState(county, id);
  if (now.revision !== revision) throw await conflict(county, now, staff);
  throw new FormsError(otherwise);
}
