/** The list of forms: what is live, what is being worked on, what is open when. */
import { partsOf } from '../../../schemas/publish/places.ts';
import type { FormSummary, OfficeLabel, Schedule } from '../../../schemas/wire/builder-api.ts';
import { servicesFor } from '../access/services.ts';
import type { County } from '../county.ts';
import { approvalOf, formState } from './drafts.ts';
import { officeLabel, type Designer } from './staff.ts';
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

/** Those of the offices where this person sees forms. */
export async function formList(county: County, staff: Designer): Promise<readonly FormSummary[]> {
  const drafts = await county.storage.formDrafts();
  const seen = await servicesFor(county, staff, 'see-forms');
  const ids = new Set([...county.services.keys(), ...drafts.filter(({ work }) => work).map(({ form }) => form)]);
  const owners = new Map((await county.storage.serviceOwners()).map(({ service, office }) => [service, office]));
  return Promise.all(
    [...ids]
      .filter((id) => seen.has(id))
      .sort()
      .map((id) => summary(county, id, officeLabel(staff, owners.get(id) ?? ''))),
  );
}

async function summary(county: County, id: string, office: OfficeLabel): Promise<FormSummary> {
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
    office,
    ...(live && { live }),
    ...(work && { draft: { revision: state.revision, savedAt: work.savedAt, savedBy: work.savedBy.name } }),
    ...(approval && { approval }),
    schedule,
    state: state.live ? stateOf(schedule, county.clock.now().toISOString()) : 'draft',
    datasets: service.datasets.length,
    questions: partsOf(form).filter(({ kind }) => kind === 'field').length,
  };
}
