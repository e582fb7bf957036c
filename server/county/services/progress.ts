/** Progress 進度查詢: by number and national id together; unknown and mismatch get the same answer. */
import { isNationalId, tidyId } from '../../../schemas/taiwan/national-id.ts';
import type { ProgressView } from '../../../schemas/wire/county-api.ts';
import { sameSecret } from '../../http/constant-time.ts';
import type { County } from '../county.ts';
import { countyError } from '../errors.ts';
import { readApplicationNumber } from './application-number.ts';
import type { Json } from './read-input.ts';
import { takeTry } from './tries.ts';

const limit = 5;
/** Whole offices and the customers of a telephone company share one. */
const addressLimit = 20;

/** What wrong tries are counted by, besides the number that is tried. */
export interface Caller {
  readonly owner?: string | undefined;
  readonly address?: string | undefined;
}

export async function progress(county: County, { owner, address }: Caller, input: Json): Promise<ProgressView> {
  const { applicationNo, nationalId } = input;
  if (typeof applicationNo !== 'string' || typeof nationalId !== 'string') throw countyError('body-unreadable');
  const number = readApplicationNumber(applicationNo);
  const id = tidyId(nationalId);
  const counts = [
    ...(owner ? [{ key: `progress browser ${owner}`, limit }] : []),
    ...(address ? [{ key: `progress address ${address}`, limit: addressLimit }] : []),
    ...(number ? [{ key: `progress number ${number}`, limit }] : []),
  ];
  const guess = await takeTry(county, counts, `${applicationNo} ${id}`);
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
