/** The one commit that makes an application of a draft and ends the draft, under a number that nobody else has. */
import type { Answers } from '#schemas/form/answers.ts';
import type { Text } from '#schemas/text.ts';
import type { County } from '../county.ts';
import type { ApplicationRow, CountyStep } from '../storage.ts';
import type { ApplicationContents, SentAtCounter } from './application-contents.ts';
import { newApplicationNumber } from './application-number.ts';
import { endedRecords } from '../drafts/drafts.ts';
import type { Draft } from '../drafts/draft.ts';
import { documentSteps } from '../drafts/files.ts';
import { applicantIdField } from '../drafts/form-fields.ts';

const numbersTried = 5;

/** Sent by a clerk: who, what the applicant's progress says of it, and what else belongs into the commit. */
export interface DeskSubmission {
  readonly clerk: SentAtCounter;
  readonly note: Text;
  readonly also: (applicationNumber: string) => readonly CountyStep[];
}

/** → undefined when the draft was submitted or changed meanwhile */
export async function commitApplication(
  county: County,
  draft: Draft,
  made: {
    service: string;
    repeatKey: string;
    contents: ApplicationContents;
    answers: Answers;
    now: Date;
  } & Partial<Pick<DeskSubmission, 'note' | 'also'>>,
  fileIds: readonly string[],
): Promise<ApplicationRow | undefined> {
  const at = made.now.toISOString();
  const idField = applicantIdField(draft.form);
  const applicant = idField === undefined ? undefined : made.answers[idField];
  const person = typeof applicant === 'string' ? applicant : (draft.official?.contents.person ?? '');
  const documents = documentSteps(county, draft);
  const ended = await endedRecords(county, draft.row.id);
  for (let tries = 1; tries <= numbersTried; tries += 1) {
    const number = newApplicationNumber(county.config.numberPrefix ?? 'AP', made.now);
    const application: ApplicationRow = {
      number,
      service: made.service,
      formVersion: draft.row.formVersion,
      draftId: draft.row.id,
      repeatKey: made.repeatKey,
      person: county.seals.hash('person', person),
      contents: county.seals.sealJson('application', number, made.contents),
      status: 'received',
      history: [{ at, status: 'received', ...(made.note && { note: made.note }) }],
      submittedAt: at,
    };
    const plan: CountyStep[] = [
      ...documents,
      {
        step: 'submit-application',
        application,
        revision: draft.row.revision,
        fileIds: [...fileIds, ...documents.map(({ file }) => file.id)],
      },
      ...ended,
      ...(made.also?.(number) ?? []),
    ];
    const result = await county.storage.commit(plan);
    if (result.ok) return application;
    if (result.reason !== 'number-taken') return undefined;
  }
  return undefined;
}
