/** The list of forms: what is live, what is being worked on, what is open when. */
import { partsOf } from '../../../schemas/publish/places.ts';
import type { FormSummary, Schedule } from '../../../schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { approvalOf, formState } from './drafts.ts';
import type { FormSchedule } from './storage.ts';
import { versionSummaries } from './versions.ts';

export const scheduleView = (schedule: FormSchedule | undefined): Schedule => ({
  ...(schedule?.opensAt !== undefined && { opensAt: schedule.opensAt }),
  ...(schedule?.closesAt !== undefined && { closesAt: schedule.closesAt }),
});

export function stateOf({ opensAt, closesAt }: Schedule, now: string): 'scheduled' | 'open' | 'closed' {
  if (closesAt !== undefined && closesAt <= now) return 'closed';
  return opensAt !== undefined && opensAt > now ? 'scheduled' : 'open';
}

export async function formList(county: County): Promise<readonly FormSummary[]> {
  const drafts = await county.storage.formDrafts();
  const ids = new Set([...county.services.keys(), ...drafts.filter(({ work }) => work).map(({ form }) => form)]);
  return Promise.all([...ids].sort().map((id) => summary(county, id)));
}

async function summary(county: County, id: string): Promise<FormSummary> {
  const state = await formState(county, id);
  const schedule = scheduleView(await county.storage.formSchedule(id));
  const work = state.row?.work;
  const approval = approvalOf(work?.approval);
  const [live] = state.live ? await versionSummaries(county, id) : [];
  const { service, form } = state.document;
  return {
    id,
    name: service.name,
    agency: service.agency,
    ...(live && { live }),
    ...(work && { draft: { revision: state.revision, savedAt: work.savedAt, savedBy: work.savedBy.name } }),
    ...(approval && { approval }),
    schedule,
    state: state.live ? stateOf(schedule, county.clock.now().toISOString()) : 'draft',
    datasets: service.datasets.length,
    questions: partsOf(form).filter(({ kind }) => kind === 'field').length,
  };
}
