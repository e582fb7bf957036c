/** The list that stands before publication, with what only the server can find. */
import type { CheckResult } from '#schemas/publish/task.ts';
import type { FormDocument } from '#schemas/publish/form-document.ts';
import type { County } from '../county.ts';
import { registrationTasks } from '../registration/task.ts';
import { testResidents } from './residents.ts';
import type { Designer } from './staff.ts';
import type { Translated } from './storage.ts';

/** @throws FormsError 422 `too-complex`, 429 `checks-waiting` */
export function checkDocument(
  county: County,
  staff: Pick<Designer, 'id'>,
  document: FormDocument,
  translated: Translated | undefined,
  live: FormDocument | undefined,
): Promise<CheckResult> {
  const { area } = county.organisation;
  const judged = {
    document,
    ...(translated && { translated }),
    ...(live && { live }),
    ...(area !== undefined && { area }),
    more: registrationTasks(county, document),
    residents: testResidents(county),
    now: county.clock.now().getTime(),
  };
  return county.judge.check(judged, staff.id);
}
