/** Progress 進度查詢: by number and national id together; unknown and mismatch get the same answer. */
import { isNationalId, tidyId } from '../../../schemas/taiwan/national-id.ts';
import type { ProgressView } from '../../../schemas/wire/county-api.ts';
import { sameSecret } from '../../http/constant-time.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { readApplicationNumber } from './application-number.ts';
import type { Json } from './read-input.ts';
import { takeTry } from './tries.ts';

/** @param callers what wrong tries are counted by: browser, network address */
export async function progress(county: County, callers: readonly string[], input: Json): Promise<ProgressView> {
  const { applicationNo, nationalId } = input;
  if (typeof applicationNo !== 'string' || typeof nationalId !== 'string') throw countyError('body-unreadable');
  const number = readApplicationNumber(applicationNo);
  const id = tidyId(nationalId);
  const keys = [...callers, ...(number ? [`number ${number}`] : [])].map((key) => `progress ${key}`);
  const guess = await takeTry(county, keys, `${applicationNo} ${id}`);
  const row = number === undefined ? undefined : await county.storage.application(number);
  const matches = sameSecret(county.seals.hash('person', id), row?.person ?? '');
  const service = row && county.services.get(row.service);
  const right = row !== undefined && service !== undefined && matches && isNationalId(id);
  await guess.settle(right);
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
