/**
 * Publishing: what the list refuses is refused here, whoever calls. One commit ends the draft, adds the version and its
 * record, sets the opening times, and lets the registration begin; residents get the new version as soon as it is covered,
 * drafts that were begun keep theirs.
 */
import { createHash } from 'node:crypto';
import { askedOf } from '#schemas/services/asked.ts';
import type { Publish, Schedule, SetSchedule, VersionSummary } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { submissionSteps, sendSubmissions } from '../registration/submit.ts';
import { knownOf } from '../registration/standing.ts';
import { refreshService } from '../services/catalogue.ts';
import { checkDocument } from './check.ts';
import { conflict, formState } from './drafts.ts';
import { FormsError } from './errors.ts';
import { scheduleView } from './list.ts';
import { readNotes } from './notes.ts';
import { formAction } from './record.ts';
import { isAuthor, stageOf } from './stage.ts';
import { byOf, type Designer } from './staff.ts';
import type { FormSchedule } from './storage.ts';
import { versionSummaries } from './versions.ts';

/**
 * @param input `revision`, `notes` and, where they change, opening times → the new version
 * @throws 409 `form-conflict`, `nothing-to-approve`, `not-sent`; 422 `notes-missing`, `list-open`, `schedule-times`;
 * 403 `approval-needed`, `own-work`
 */
export async function publishForm(
  county: County,
  id: string,
  staff: Designer,
  input: Publish,
): Promise<VersionSummary> {
  const { revision } = input;
  const notes = readNotes(input.notes);
  if (notes === undefined) throw new FormsError('notes-missing');
  const times = 'opensAt' in input || 'closesAt' in input ? readTimes(id, input) : undefined;
  const state = await formState(county, id);
  if (state.revision !== revision) throw await conflict(county, state, staff);
  const work = state.row?.work;
  if (!work) throw new FormsError('nothing-to-approve');
  const { document, translated, approval } = work;
  const list = await checkDocument(county, staff, document, translated, state.live?.document);
  if (!list.publishable)
    throw new FormsError('list-open', { tasks: list.tasks.filter(({ level }) => level === 'blocks') });
  const approved = approval && !isAuthor(work, approval.by.id) ? approval : undefined;
  if (list.approval.length && !approved) throw new FormsError('approval-needed', { approval: list.approval });
  if (!approved && !work.sent) throw new FormsError('not-sent');
  // Where nobody had to approve it, whoever publishes is the second pair of eyes.
  if (!approved && isAuthor(work, staff.id)) throw new FormsError('own-work');
  const skipped = list.changes.filter(({ harmless }) => harmless);

  const definition = JSON.stringify(document.form);
  const { source } = await county.judge.compile(document.form, staff.id);
  const digest = createHash('sha256').update(definition).update('\0').update(source).digest('hex');
  const version = ((await county.storage.latestForm(id))?.version ?? 0) + 1;
  const publishedAt = county.clock.now().toISOString();
  const done = await county.storage.commit([
    { step: 'save-form', form: id, revision, stage: stageOf(work), base: version },
    {
      step: 'publish-form',
      form: { service: id, version, digest, definition, validator: source, publishedAt },
    },
    {
      step: 'record-version',
      version: {
        form: id,
        version,
        service: document.service,
        translated,
        source: 'builder',
        publishedAt,
        publishedBy: byOf(staff),
        ...(approved && { approvedBy: approved.by }),
        notes,
        editors: work.editors,
        ...(work.trail && { trail: work.trail }),
        ...(skipped.length && { skipped }),
      },
    },
    await formAction(county, staff, id, { verb: 'publish-form', of: String(version), reason: notes }),
    ...(times ? [{ step: 'schedule-form' as const, schedule: times }] : []),
    ...submissionSteps(county, await knownOf(county, id), { service: id, version, asked: askedOf(document) }),
  ]);
  if (!done.ok) {
    const now = await formState(county, id);
    if (now.revision !== revision) throw await conflict(county, now, staff);
    // Given back or withdrawn in the meantime: what is said of that now.
    return publishForm(county, id, staff, input);
  }
  await refreshService(county, id);
  county.jobs.start('registration', () => sendSubmissions(county));
  county.log.info({ service: id, version }, 'form published');
  return (await versionSummaries(county, id)).find((one) => one.version === version)!;
}

/**
 * Sets both opening times, or takes away what is not given; takes effect at once and stands in the record. @throws 404
 * `form-unknown`; 422 `schedule-times` unless both have a zone and the opening is the earlier one
 */
export async function scheduleForm(county: County, id: string, staff: Designer, input: SetSchedule): Promise<Schedule> {
  await formState(county, id);
  const schedule = readTimes(id, input);
  const { opensAt = '', closesAt = '' } = schedule;
  await county.storage.commit([
    { step: 'schedule-form', schedule },
    await formAction(county, staff, id, { verb: 'schedule-form', reason: `${opensAt}/${closesAt}` }),
  ]);
  await refreshService(county, id);
  return scheduleView(schedule);
}

function readTimes(form: string, { opensAt, closesAt }: SetSchedule): FormSchedule {
  const [opens, closes] = [readTime(opensAt), readTime(closesAt)];
  if (opens !== undefined && closes !== undefined && opens >= closes) throw new FormsError('schedule-times');
  return { form, ...(opens !== undefined && { opensAt: opens }), ...(closes !== undefined && { closesAt: closes }) };
}

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

function readTime(input: string | null | undefined): string | undefined {
  if (input === undefined || input === null || input === '') return undefined;
  if (!withZone.test(input) || Number.isNaN(Date.parse(input))) throw new FormsError('schedule-times');
  return new Date(input).toISOString();
}
