/** The county's registrations at the platform in memory. */
import type {
  RegistrationReads,
  RegistrationReason,
  RegistrationRow,
  RegistrationStep,
  SubmissionRow,
} from '../../county/registration/storage.ts';
import { GuardFailed } from '../../storage/plan.ts';

export interface RegistrationTables {
  readonly registrations: ReadonlyMap<string, RegistrationRow>;
  readonly submissions: ReadonlyMap<string, SubmissionRow>;
}

export const noRegistrations: RegistrationTables = { registrations: new Map(), submissions: new Map() };

/** → undefined where the step is not of this area */
export function registrationsAfter(
  tables: RegistrationTables,
  given: RegistrationStep | { readonly step: string },
): RegistrationTables | undefined {
  const step = given as RegistrationStep;
  const submissions = new Map(tables.submissions);
  switch (step.step) {
    case 'submit-registration': {
      const { submission } = step;
      submissions.set(submission.service, { ...submission, attempts: 0, nextAt: submission.submittedAt });
      return { ...tables, submissions };
    }
    case 'put-off-submission': {
      const { service, version, nextAt, problem } = step;
      const row = submissions.get(service);
      if (row?.version !== version) throw new GuardFailed<RegistrationReason>('submission-gone');
      submissions.set(service, { ...row, attempts: row.attempts + 1, nextAt, problem });
      return { ...tables, submissions };
    }
    case 'settle-submission':
      if (submissions.get(step.service)?.version === step.version) submissions.delete(step.service);
      return { ...tables, submissions };
    case 'record-registration': {
      const { row } = step;
      const keys = row.keys ?? tables.registrations.get(row.service)?.keys;
      return {
        ...tables,
        registrations: new Map(tables.registrations).set(row.service, { ...row, ...(keys && { keys }) }),
      };
    }
    default:
      return undefined;
  }
}

/** Both lists by service; keys as they were sealed. */
export function registrationReads(tables: () => RegistrationTables): RegistrationReads {
  const byService = <Row extends { readonly service: string }>(rows: Iterable<Row>): Row[] =>
    [...rows].sort((a, b) => (a.service < b.service ? -1 : 1));
  return {
    async registration(service) {
      return tables().registrations.get(service);
    },
    async registrations() {
      return byService(tables().registrations.values());
    },
    async submissions() {
      return byService(tables().submissions.values());
    },
  };
}
