/**
 * Looks 查閱: that somebody of the staff saw a resident's data is a record, whatever they did with it. One of the same person at
 * the same case within ten minutes stands for all of them.
 */
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import type { CaseRow } from '../counter/storage.ts';
import type { Clerk } from '../staff/desk.ts';
import type { StaffAction } from '../staff/storage.ts';

/** The verbs that show a resident's data to who did it. */
export const lookVerbs: readonly string[] = ['open-case', 'view-case', 'view-document', 'take-datasets'];

/** Which case, and from where; never whom it is about. */
export const caseObject = (
  { service, id }: Pick<CaseRow, 'service' | 'id'>,
  { agency, counter }: Pick<Clerk, 'agency' | 'counter'>,
  detail = '',
): string => [service, id, ...(detail ? [detail] : []), agency, counter].join(' ');

/** The case's id in an action's object. */
export const caseIn = ({ object }: Pick<StaffAction, 'object'>): string | undefined =>
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/.exec(object)?.[0];

/** Before anything of the case is shown. */
export async function recordLook({ storage, clock }: County, clerk: Clerk, row: CaseRow): Promise<void> {
  const now = clock.now();
  await storage.commit([
    {
      step: 'record-look',
      action: {
        at: now,
        staffId: clerk.id,
        staffName: clerk.name,
        verb: 'view-case',
        object: caseObject(row, clerk),
        office: row.office,
      },
      since: new Date(now.getTime() - lifetimes.looksSummed.ms),
    },
  ]);
}
