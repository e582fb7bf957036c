/** Cases 臨櫃案件: whose they are, when they end, and what goes with them. */
import { recordAction } from '../../accounts/session.ts';
import type { CaseEntry } from '#schemas/wire/counter-api.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import type { SentAtCounter } from '../applications/application-contents.ts';
import type { DeskSubmission } from '../applications/commit-application.ts';
import { endedRecords, findDraft } from '../drafts/drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { isWithin } from '../offices/tree.ts';
import type { Clerk } from '../staff/desk.ts';
import type { CountyStep } from '../storage.ts';
import type { CaseRow } from './storage.ts';
import { isUuidLike } from '#schemas/uuid.ts';

/** The draft of a case has an owner that no browser's token leads to. */
export const caseOwner = ({ seals }: County, id: string): string => seals.hash('owner', `case ${id}`);

/** Neither ended by somebody nor past its time, whether or not the sweep has been by. */
export const isOpen = ({ clock }: County, { state, expiresAt }: CaseRow): boolean =>
  state === 'open' && expiresAt > clock.now().toISOString();

/** Of the office where the clerk sits, or of one below it. */
export const reaches = ({ offices, office }: Clerk, row: CaseRow): boolean => isWithin(offices, row.office, office);

/**
 * An open case of the office where the clerk sits, or of one below it.
 * @throws 404 `case-unknown`, the same for another office's, 410 `case-over`
 */
export async function needCase(county: County, clerk: Clerk, id: string): Promise<CaseRow> {
  const row = isUuidLike(id) ? await county.storage.counterCase(id) : undefined;
  if (!row || !reaches(clerk, row)) throw countyError('case-unknown');
  if (!isOpen(county, row)) throw countyError('case-over');
  return row;
}

/** The draft 暫存 that belongs to the case; no browser has its token. @throws 410 `case-over` */
export async function caseDraft(county: County, { id, service }: CaseRow): Promise<Draft> {
  const draft = await findDraft(county, caseOwner(county, id), service);
  if (!draft) throw countyError('case-over');
  return draft;
}

/** What the list says of a case: nothing of whom it is about. */
export function caseEntry(county: County, row: CaseRow): CaseEntry {
  const { id, service, clerkName, openedAt, state, applicationNumber } = row;
  return {
    id,
    service: county.services.get(service)?.service.name['zh-Hant'] ?? service,
    clerk: clerkName,
    openedAt,
    state: state === 'open' && !isOpen(county, row) ? 'expired' : state,
    ...(applicationNumber !== undefined && { applicationNo: applicationNumber }),
  };
}

/** Since this midnight in Taiwan, the newest first. */
export async function casesToday(county: County, clerk: Clerk): Promise<readonly CaseEntry[]> {
  const eightHours = 8 * 3_600_000;
  const day = lifetimes.counterCaseKept.ms;
  const midnight = Math.floor((county.clock.now().getTime() + eightHours) / day) * day - eightHours;
  const rows = await county.storage.counterCases(clerk, new Date(midnight).toISOString());
  return rows.map((row) => caseEntry(county, row));
}

/** With everything that was received and typed. @throws 410 `case-over` where another was faster */
export async function endCase(
  county: County,
  clerk: Clerk,
  row: CaseRow,
  to: 'taken' | 'closed' | 'failed',
  detail = '',
): Promise<void> {
  const ended = await county.storage.commit([
    { step: 'end-case', id: row.id, to, at: county.clock.now().toISOString() },
    ...(await endedRecords(county, row.draftId)),
    { step: 'delete-draft', draftId: row.draftId },
    recordAction(
      clerk,
      { verb: verbs[to], object: `${row.service} ${row.id}${detail && ` ${detail}`}`, office: row.office },
      county.clock.now(),
    ),
  ]);
  await county.storage.scrub();
  if (!ended.ok) throw countyError('case-over');
}

const verbs = { taken: 'take-datasets', closed: 'close-case', failed: 'case-failed' } as const;

/** What a submission of this case says of the clerk, and the end of the case with it. */
export function submissionOf(county: County, clerk: Clerk, row: CaseRow): DeskSubmission {
  const by: SentAtCounter = {
    clerkId: clerk.id,
    clerkName: clerk.name,
    agency: clerk.agency,
    counter: clerk.counter,
  };
  return {
    clerk: by,
    note: {
      'zh-Hant': `由${clerk.agency}${clerk.counter}的承辦人員代為送出。`,
      en: `Sent on your behalf by a clerk at counter ${/\d+/.exec(clerk.counter)?.[0] ?? ''} of ${clerk.agency}.`,
    },
    also: (number): readonly CountyStep[] => {
      const now = county.clock.now();
      return [
        { step: 'end-case', id: row.id, to: 'submitted', at: now.toISOString(), applicationNumber: number },
        recordAction(
          clerk,
          { verb: 'submit-for-applicant', object: `${row.service} ${number}`, office: row.office },
          now,
        ),
      ];
    },
  };
}
