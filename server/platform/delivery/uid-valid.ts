/** Whether an id is that of the person who consented, for a service provider that holds ticket and key. */
import { sameSecret } from '../../http/constant-time.ts';
import { decryptUid, encryptUid, uidText } from '../../protocol/mydata-1/uid.ts';
import { keyedHash, personHash } from '../hashes.ts';
import { openJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Ticket, Transaction } from '../storage.ts';
import type { TicketSecret } from './ticket-secret.ts';

/** What the right `uid` of a ticket looks like, for as long as the ticket: its key may be deleted sooner. */
export function uidMark(
  { keys }: Platform,
  { secretKey }: Pick<TicketSecret, 'secretKey'>,
  { nationalId }: Pick<VerifiedPerson, 'nationalId'>,
): string | undefined {
  const uid = encryptUid(secretKey, nationalId);
  return uid && keyedHash(keys.hashKey, 'uid', uidText(uid)!);
}

/** → undefined where the `uid` cannot be read */
export async function isPersonOf(
  platform: Platform,
  ticket: Ticket,
  transaction: Transaction,
  uid: string,
): Promise<boolean | undefined> {
  const { hashKey } = platform.keys;
  const text = uidText(uid);
  if (text === undefined) return undefined;
  const secret = await openJson<TicketSecret>(platform, ticket.secret, 'ticket', ticket.txId);
  if (!secret) return sameSecret(keyedHash(hashKey, 'uid', text), ticket.uidHash ?? '');
  const id = decryptUid(secret.secretKey, uid)?.trim().toUpperCase();
  return id === undefined ? undefined : sameSecret(personHash(hashKey, id), transaction.personHash ?? '');
}
