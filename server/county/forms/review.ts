/** All that a second person looks at, of one revision. */
import { approvalChanges, approvalReasons } from '#schemas/publish/approval.ts';
import type { Review } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { formState, trailView } from './drafts.ts';
import { isAuthor, stageOf } from './stage.ts';
import type { Designer } from './staff.ts';

/**
 * For whoever approves or publishes: what stands there, what residents see, what differs, which of it needs a second
 * person, and whether this one had a hand in it (`own`). @throws 404 `form-unknown`
 */
export async function reviewOf(county: County, id: string, staff: Designer): Promise<Review> {
  const { revision, row, live, document } = await formState(county, id);
  const work = row?.work;
  const changes = work ? approvalChanges(live?.document, document) : [];
  const editors = await Promise.all(
    (work?.editors ?? []).map(async (one) =>
      one === work?.savedBy.id ? work.savedBy.name : ((await county.storage.staffAccount(one))?.name ?? one),
    ),
  );
  return {
    id,
    revision,
    ...(work && { stage: stageOf(work) }),
    trail: (work?.trail ?? []).map(trailView),
    editors,
    own: work !== undefined && isAuthor(work, staff.id),
    ...(live && { live: live.version, before: live.document }),
    after: document,
    changes,
    approval: approvalReasons(changes),
  };
}
