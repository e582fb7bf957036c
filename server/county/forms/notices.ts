/**
 * Tells each person when it is their turn. Made of the records, each time anew: a notice is there as long as it is true, and
 * none is lost or doubled. Kept is only which of them a person has read.
 */
import type { Notice, ReadNotices, Turn } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { formState, passageView } from './drafts.ts';
import { reachOf } from './reach.ts';
import { needsApproval } from './list.ts';
import { stageOf } from './stage.ts';
import type { Designer } from './staff.ts';
import type { FormVersion, FormWork } from './storage.ts';
import { turnsOf } from './turns.ts';

type Found = Omit<Notice, 'read'>;

/** Of a publication one is told so long. */
const publishedFor = 30 * 24 * 60 * 60 * 1000;
const mostRead = 500;

/** What made it this turn. A draft that was never sent is nobody's news. */
const cause = ({ sent, approval, returned }: FormWork, turn: Turn) =>
  turn === 'mend' ? returned : turn === 'publish' ? (approval ?? sent) : sent;

async function turnNotices(county: County, staff: Designer): Promise<readonly Found[]> {
  const reach = await reachOf(county, staff);
  const drafts = await county.storage.formDrafts();
  const found = await Promise.all(
    drafts.map(async ({ form, revision, work }): Promise<readonly Found[]> => {
      const { roles } = reach.get(form) ?? {};
      if (!work || stageOf(work) === 'draft' || !roles) return [];
      const needs = needsApproval(await formState(county, form));
      return turnsOf(work, { staff: staff.id, roles, needs }).flatMap((what) => {
        const why = cause(work, what);
        if (!why) return [];
        const id = `${what} ${form} ${revision} ${why.at}`;
        return [{ id, what, form, name: work.document.service.name, ...passageView(why) }];
      });
    }),
  );
  return found.flat();
}

async function publications(county: County, staff: Designer): Promise<readonly Found[]> {
  const reach = await reachOf(county, staff);
  const since = new Date(county.clock.now().getTime() - publishedFor).toISOString();
  const news = ({ form, publishedAt, editors = [] }: FormVersion): boolean =>
    publishedAt >= since && editors.includes(staff.id) && reach.has(form);
  return (await county.storage.latestVersions()).filter(news).map(({ form, version, publishedAt, ...one }) => ({
    id: `published ${form} ${version}`,
    what: 'published',
    form,
    version,
    name: one.service.name,
    at: publishedAt,
    by: one.publishedBy?.name ?? '',
    ...(one.notes !== undefined && { notes: one.notes }),
  }));
}

/** Newest first. */
export async function noticesFor(county: County, staff: Designer): Promise<readonly Notice[]> {
  const [turns, published, read] = await Promise.all([
    turnNotices(county, staff),
    publications(county, staff),
    county.storage.noticesRead(staff.id),
  ]);
  return [...turns, ...published]
    .map((one) => ({ ...one, read: read.has(one.id) }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Of what is said to be read, only what this person was told is marked. */
export async function readNotices(county: County, staff: Designer, { notices = [] }: ReadNotices): Promise<void> {
  const asked = new Set<unknown>(notices.slice(0, mostRead));
  const at = county.clock.now().toISOString();
  const marks = (await noticesFor(county, staff))
    .filter(({ id, read }) => asked.has(id) && !read)
    .map(({ id }) => ({ staff: staff.id, notice: id, at }));
  if (marks.length) await county.storage.commit([{ step: 'read-notices', marks }]);
}
