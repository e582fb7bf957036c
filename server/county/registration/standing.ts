/** All that is known of a service's registration put together: its client, and what residents are told of MyData. */
import type { Asked } from '#schemas/services/asked.ts';
import type { MydataStanding } from '#schemas/wire/county-api.ts';
import type { CountyClient } from '../client-registration.ts';
import type { County } from '../county.ts';
import { asksNothing, isStopped, type Known } from './cover.ts';
import { openKeys } from './record.ts';

type Needs = Pick<County, 'storage' | 'clients' | 'seals'>;

/** The register's row, the submission that waits, and the entry of a clients file, each where there is one. */
export async function knownOf({ storage, clients }: Needs, service: string): Promise<Known> {
  const row = await storage.registration(service);
  const submission = (await storage.submissions()).find((one) => one.service === service);
  const file = clients.find((client) => client.service === service);
  return { ...(row && { row }), ...(submission && { submission }), ...(file && { file }) };
}

/** What the register gave out stands above the file. → undefined: there are no keys, and nothing is made up */
export function clientOf({ seals }: Needs, service: string, { row, file }: Known): CountyClient | undefined {
  const keys = row && openKeys({ seals }, row);
  if (!row?.clientId || !keys) return file;
  return { service, clientId: row.clientId, ...keys, ...(row.covers && { modes: row.covers.modes }) };
}

/**
 * `offered` only where what residents get is covered and there is a client to ask with; a stop comes before either.
 * Without keys there is no client.
 */
export function standingOf({
  known,
  asks,
  covered,
  client,
}: {
  readonly known: Known;
  readonly asks: Asked;
  readonly covered: boolean;
  readonly client: CountyClient | undefined;
}): MydataStanding {
  const { row } = known;
  if (asksNothing(asks)) return { state: 'not-used' };
  if (row && isStopped(known)) return { state: row.state === 'ended' ? 'ended' : 'suspended', since: row.since };
  return { state: covered && client ? 'offered' : 'not-registered' };
}
