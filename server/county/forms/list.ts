/** The list of forms: what is live, what is being worked on, what is open when. */
import { approvalChanges } from '#schemas/publish/approval.ts';
import { partsOf } from '#schemas/publish/form-parts.ts';
import { askedOf } from '#schemas/services/asked.ts';
import type { FormSummary, Schedule } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { registrationView } from '../registration/view.ts';
import { approvalOf, formState } from './drafts.ts';
import type { FormState } from './form-state.ts';
import { reachOf, type Reached } from './reach.ts';
import { stageOf } from './stage.ts';
import type { Designer } from './staff.ts';
import type { FormSchedule } from './storage.ts';
import { turnsOf } from './turns.ts';
import { versionSummaries } from './versions.ts';

/** Opening times as the builder reads them, ISO 8601 in UTC; without a record, or a side of it, no limit. */
export const scheduleView = (schedule: FormSchedule | undefined): Schedule => ({
  ...(schedule?.opensAt !== undefined && { opensAt: schedule.opensAt }),
  ...(schedule?.closesAt !== undefined && { closesAt: schedule.closesAt }),
});

function stateOf({ opensAt, closesAt }: Schedule, now: string): 'scheduled' | 'open' | 'closed' {
  if (closesAt !== undefined && closesAt <= now) return 'closed';
  return opensAt !== undefined && opensAt > now ? 'scheduled' : 'open';
}

/** Whether a second person must approve the work on it. */
export const needsApproval = ({ live, document }: FormState): boolean =>
  approvalChanges(live?.document, document).some(({ harmless }) => !harmless);

/** Those of the offices where this person sees forms. */
export async function formList(county: County, staff: Designer): Promise<readonly FormSummary[]> {
  const drafts = await county.storage.formDrafts();
  const reach = await reachOf(county, staff);
  const ids = new Set([...county.services.keys(), ...drafts.filter(({ work }) => work).map(({ form }) => form)]);
  return Promise.all(
    [...ids].sort().flatMap((id) => {
      const reached = reach.get(id);
      return reached ? [summary(county, id, staff, reached)] : [];
    }),
  );
}

async function summary(county: County, id: string, staff: Designer, { office, roles }: Reached): Promise<FormSummary> {
  const state = await formState(county, id);
  const schedule = scheduleView(await county.storage.formSchedule(id));
  const work = state.row?.work;
  const [sent, approval, returned] = [work?.sent, work?.approval, work?.returned].map(approvalOf);
  const stage = work && stageOf(work);
  const needs = stage === 'sent' && needsApproval(state);
  const live = state.live && (await versionSummaries(county, id)).find((one) => one.live);
  const { service, form } = state.document;
  return {
    id,
    name: service.name,
    agency: service.agency,
    office,
    ...(live && { live }),
    ...(work && { draft: { revision: state.revision, savedAt: work.savedAt, savedBy: work.savedBy.name } }),
    ...(stage && { stage }),
    ...(sent && { sent }),
    ...(approval && { approval }),
    ...(returned && { returned }),
    turns: turnsOf(work, { staff: staff.id, roles, needs }),
    schedule,
    state: state.live ? stateOf(schedule, county.clock.now().toISOString()) : 'draft',
    datasets: service.datasets.length,
    registration: registrationView(county.services.get(id), askedOf(state.live?.document ?? state.document)),
    questions: partsOf(form).filter(({ kind }) => kind === 'field').length,
  };
}
