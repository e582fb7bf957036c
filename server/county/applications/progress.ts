/**
 * Progress 進度查詢: by number and national id together; unknown and mismatch get the same answer. What cannot be a number or an
 * id at all is no try at an application, and costs who sends it.
 */
import { readApplicationNumber } from '#schemas/taiwan/application-number.ts';
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { isRead } from '#schemas/taiwan/reading.ts';
import type { AskProgress, ProgressView } from '#schemas/wire/county-api.ts';
import { sameSecret } from '../../http/constant-time.ts';
import type { County } from '../county.ts';
import { ofKnown, ofTarget } from '../../limits/target.ts';
import type { Spending } from '../../limits/limiter.ts';
import type { Caller } from '../../limits/caller.ts';
import { countyError, typedError } from '../errors.ts';

/** What a try is counted for: who tries, then the number (`ofTarget`), but not where it was found before. */
function ofTry({ browsers }: Pick<County, 'browsers'>, { owner, caller }: Asking, number: string): readonly Spending[] {
  const session: readonly Spending[] =
    owner === undefined ? [] : [{ budget: 'progress-session', who: owner, whenRight: 'forget' }];
  const browser = browsers.idFor(caller.known, knownFor(number));
  if (browser !== undefined) return [...session, ...ofKnown('progress', browser, number)];
  return [
    ...session,
    { budget: 'progress-address', who: caller.address },
    { budget: 'progress-network', who: caller.network },
    ...ofTarget('progress', number, caller.network),
  ];
}

export interface Asking {
  /** Of the browser, where it has a draft. */
  readonly owner?: string | undefined;
  readonly caller: Caller;
}

/**
 * What a browser is known for once it has seen this application: a try from it is counted apart from those of
 * strangers.
 */
export const knownFor = (applicationNo: string): string => `application ${applicationNo}`;

/** @throws TooMany */
export async function progress(county: County, asking: Asking, input: AskProgress): Promise<ProgressView> {
  const { applicationNo, nationalId } = input;
  const numberRead = readApplicationNumber(applicationNo);
  const idRead = readNationalId(nationalId);
  if (!isRead(numberRead) || !isRead(idRead))
    await county.limiter.take([{ budget: 'progress-unreadable', who: asking.caller.address }]);
  if (!isRead(numberRead)) throw typedError('application-number', '申請編號', 'The application number', numberRead);
  if (!isRead(idRead)) throw typedError('national-id', '身分證統一編號', 'The national id', idRead);
  const number = numberRead.value;
  const id = idRead.value;
  const spendings = ofTry(county, asking, number);
  await county.limiter.require(spendings);
  const row = await county.storage.application(number);
  const matches = sameSecret(county.seals.hash('person', id), row?.person ?? '');
  const service = row && county.services.get(row.service);
  const right = row !== undefined && service !== undefined && matches;
  await county.limiter.judge(spendings, right);
  if (!right) throw countyError('application-unknown');
  return {
    applicationNo: row.number,
    serviceName: service.service.name,
    submittedAt: row.submittedAt,
    status: row.status,
    history: row.history,
    contact: service.service.contact,
  };
}
