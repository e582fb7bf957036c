/** The list that a form must pass before it is published, whoever publishes it. Pure. */
import type { FormDocument } from './form-document.ts';
import { approvalChanges, approvalReasons } from './approval.ts';
import { tasksOf, type Check, type PublishContext } from './check.ts';
import { datasetLimit, datasetsUsed, proofsReplaced } from './checks/datasets.ts';
import { countyNamed, notice, purposes, serviceTexts } from './checks/notices.ts';
import { optionalTexts, registrationStated } from './checks/registration.ts';
import { filesTaken } from './checks/files.ts';
import { identityAsked } from './checks/identity.ts';
import { conditions, mappings, policiesChosen, reachable, wellMade } from './checks/questions.ts';
import { residentsFinish } from './checks/residents.ts';
import { fresh, named, translated } from './checks/words.ts';
import { worded } from './checks/worded.ts';
import type { CheckResult, PublishTask } from './task.ts';

const checks: readonly Check[] = [
  datasetLimit,
  datasetsUsed,
  proofsReplaced,
  registrationStated,
  serviceTexts,
  optionalTexts,
  countyNamed,
  purposes,
  notice,
  worded,
  wellMade,
  identityAsked,
  reachable,
  mappings,
  policiesChosen,
  filesTaken,
  conditions,
  translated,
  fresh,
  named,
  residentsFinish,
];

/** What nothing is known of is not said to be in order. */
const unknown = (check: Check, { tries, county, document }: PublishContext): boolean =>
  (check === residentsFinish && !tries) ||
  (check === countyNamed && county === undefined) ||
  // What asks for nothing needs no registration.
  (check === registrationStated && !document.service.datasets.length);

/** `more`: what only the server can find; `live`: the version that residents see now. */
export function checkPublish(
  context: PublishContext,
  live: FormDocument | undefined,
  more: readonly PublishTask[] = [],
): CheckResult {
  const tasks = [
    ...more,
    ...checks.filter((check) => !unknown(check, context)).flatMap((check) => tasksOf(check, context)),
  ];
  const changes = approvalChanges(live, context.document);
  return {
    tasks,
    publishable: !tasks.some(({ level }) => level === 'blocks'),
    changes,
    approval: approvalReasons(changes),
  };
}
