/** Whom somebody made, told to the other parties of a test installation: agencies hold their records, counties try forms with them. */
import { call } from '../../calls/call.ts';
import { lifetimes } from '../../lifetimes.ts';
import type { Fetch } from '../../context.ts';
import type { OwnFile } from '../../sandbox/people/own-people.ts';
import type { OtherParty } from './move-clocks.ts';

/** → parties that did not take them */
export const tellPeople = (
  fetch: Fetch,
  others: readonly OtherParty[],
  people: readonly OwnFile[],
): Promise<readonly string[]> => ask(fetch, others, '/sandbox/people', 'PUT', JSON.stringify({ people }));

/** → parties that may still have them */
export const tellGone = (fetch: Fetch, others: readonly OtherParty[], slug: string): Promise<readonly string[]> =>
  ask(fetch, others, `/sandbox/people/${slug}`, 'DELETE');

async function ask(
  fetch: Fetch,
  others: readonly OtherParty[],
  path: string,
  method: 'PUT' | 'DELETE',
  body?: string,
): Promise<readonly string[]> {
  const took = await Promise.all(
    others.map(async ({ name, url }) => {
      const outcome = await call(fetch, `${url}${path}`, {
        to: 'partner',
        method,
        ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
        timeout: lifetimes.clockMove.ms,
        size: 64 * 1024,
      });
      const ok =
        outcome.kind === 'answer' && (outcome.status === 200 || (method === 'DELETE' && outcome.status === 404));
      return ok ? [] : [name];
    }),
  );
  return took.flat();
}
