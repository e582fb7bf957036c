/**
 * Whether a service may open a journey now, for this person. Both ways in (with `pid`, and with a signature) ask it.
 *
 * | standing | code |
 * | --- | --- |
 * | suspended, by the provider or the platform | 423 |
 * | ended | 401, said by the platform itself: its return address may have another owner by now |
 * | applied, returned or refused: not let through | 401 |
 * | in test, asked on the live platform | 401 |
 * | in trial, for a person who is not among its testers | 401 |
 */
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { personHash } from '../hashes.ts';
import type { Platform } from '../platform.ts';
import type { Client } from './read-register.ts';

/** As the register has it now; who ended may apply again (附件一 四-(三)). Without a row in the register, never. */
export const isEnded = ({ standing }: Client): boolean => standing?.phase === 'ended';

/** Handing anything over is over, whatever was begun. */
export const isStopped = (client: Client): boolean => client.suspended || isEnded(client);

/** → the code of the interface; undefined when it may */
export async function refusalOf(
  { config, storage, keys }: Pick<Platform, 'config' | 'storage' | 'keys'>,
  client: Client,
  nationalId: string,
): Promise<ReturnCode | undefined> {
  if (client.suspended) return 423;
  const { standing } = client;
  switch (standing?.phase) {
    case undefined:
    case 'live':
      return undefined;
    case 'test':
      return config.environment === 'test' ? undefined : 401;
    case 'trial':
      return (await storage.isTester(standing.serviceId, personHash(keys.hashKey, nationalId))) ? undefined : 401;
    case 'closed':
    case 'ended':
      return 401;
  }
}
