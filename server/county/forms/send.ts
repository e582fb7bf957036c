/** 送核: a designer says that a revision is ready to be looked at; or takes that back. */
import type { OfRevision, Send, Sent } from '#schemas/wire/builder-api.ts';
import type { County } from '../county.ts';
import { checkDocument } from './check.ts';
import { decide } from './decide.ts';
import { passageView } from './drafts.ts';
import { FormsError } from './errors.ts';
import { readNotes } from './notes.ts';
import { drafted, passed } from './stage.ts';
import { byOf, type Designer } from './staff.ts';

/** @throws 422 `list-open` with `tasks`: nobody is asked to look at what can not be published */
export async function sendForm(county: County, id: string, staff: Designer, input: Send): Promise<Sent> {
  const { revision } = input;
  const notes = readNotes(input.notes);
  const at = county.clock.now();
  const sent = { by: byOf(staff), at: at.toISOString(), ...(notes !== undefined && { notes }) };
  await decide(
    county,
    { id, staff, revision, from: ['draft', 'returned'], otherwise: 'already-sent' },
    async (work, state) => {
      const list = await checkDocument(county, staff, work.document, work.translated, state.live?.document);
      if (!list.publishable)
        throw new FormsError('list-open', { tasks: list.tasks.filter(({ level }) => level === 'blocks') });
      const { returned: _answered, ...rest } = work;
      return {
        work: { ...rest, sent, ...passed(work, { what: 'sent', revision, ...sent }) },
        action: { verb: 'send-form', reason: notes },
      };
    },
  );
  return passageView(sent);
}

/**
 * A draft again: what was said of it before stays in its trail. @throws 409 `not-sent` unless it is sent or approved,
 * `nothing-to-approve`, `form-conflict`
 */
export async function withdrawForm(
  county: County,
  id: string,
  staff: Designer,
  { revision }: OfRevision,
): Promise<void> {
  const at = county.clock.now();
  await decide(county, { id, staff, revision, from: ['sent', 'approved'], otherwise: 'not-sent' }, (work) => ({
    work: {
      ...drafted(work),
      ...passed(work, { what: 'withdrawn', revision, by: byOf(staff), at: at.toISOString() }),
    },
    action: { verb: 'withdraw-form' },
  }));
}
