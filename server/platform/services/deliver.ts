/** After consent: issues the ticket, calls the SP-API, and decides with which code the browser goes back. */
import { randomUUID } from 'node:crypto';
import { after, lifetimes } from '../../lifetimes.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import { newSecretKey } from '../../protocol/mydata-1/payload.ts';
import { event } from '../events.ts';
import { secretHash } from '../hashes.ts';
import { openJson, sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Step } from '../storage.ts';
import { isAnswer } from './collection.ts';
import { consentWords, wordsHash, wordsText, type ConsentWords } from './consent-words.ts';
import { backAddress, endJourney, type OwnJourney } from './journey.ts';

/** Sealed with the ticket until the data is fetched: the payload's key, and whom to tell. */
export interface TicketSecret {
  readonly secretKey: string;
  readonly recipient: Pick<VerifiedPerson, 'name' | 'email' | 'mobile'>;
}

export async function wordsOf(
  platform: Platform,
  { journey, client, datasets }: OwnJourney,
): Promise<{ words: ConsentWords; failed: readonly string[] }> {
  const stored = await platform.storage.packages(journey.txId);
  const failed = stored.filter(({ code }) => !isAnswer(code)).map(({ resourceId }) => resourceId);
  return {
    words: consentWords(
      client,
      datasets,
      datasets.filter(({ id }) => failed.includes(id)),
    ),
    failed,
  };
}

/** → address to go to; undefined when the words shown are not those of now, or another tab was faster. */
export async function refuse(platform: Platform, own: OwnJourney, shownHash: string): Promise<string | undefined> {
  const { words } = await wordsOf(platform, own);
  if (wordsHash(words) !== shownHash) return undefined;
  const at = platform.clock.now();
  const { id, txId } = own.journey;
  const decided = await platform.storage.commit([
    { step: 'show-screen', id, from: 'consent', to: 'delivering' },
    { step: 'refuse-consent', txId, at, wordsHash: shownHash, words: wordsText(words) },
    event(txId, 'consent refused', at),
  ]);
  return decided.ok ? endJourney(platform, own, 205) : undefined;
}

/** As `refuse`. Waits for the SP-API, at most its 15 seconds. */
export async function agree(platform: Platform, own: OwnJourney, shownHash: string): Promise<string | undefined> {
  const { words, failed } = await wordsOf(platform, own);
  if (wordsHash(words) !== shownHash) return undefined;
  const { storage, clock } = platform;
  const { id, txId, clientId, person: sealedPerson } = own.journey;
  const person = await openJson<VerifiedPerson>(platform, sealedPerson, 'person', txId);
  if (!person) return endJourney(platform, own, 408);

  const ticket = randomUUID();
  const secretKey = newSecretKey();
  const at = clock.now();
  const { name, email, mobile } = person;
  const secret: TicketSecret = { secretKey, recipient: { name, email, mobile } };
  const issued = { hash: secretHash(ticket), txId, clientId, issuedAt: at, expiresAt: after(at, 'storedData') };
  const decided = await storage.commit([
    { step: 'show-screen', id, from: 'consent', to: 'delivering' },
    { step: 'give-consent', txId, at, wordsHash: shownHash, words: wordsText(words) },
    {
      step: 'issue-ticket',
      ticket: failed.length ? issued : { ...issued, secret: await sealJson(platform, secret, 'ticket', txId) },
    },
    event(txId, 'consent given', at),
    event(txId, 'SP-API called', at),
  ]);
  if (!decided.ok) return undefined;

  const status = await callSpApi(platform, own, {
    tx_id: txId,
    permission_ticket: ticket,
    ...(failed.length ? { unable_to_deliver: failed } : { secret_key: encryptField(own.client, secretKey) }),
  });
  const accepted = status === 200 || status === 201;
  const now = clock.now();
  const answered: Step[] = [
    ...(status === undefined ? [] : [event(txId, 'SP-API answered', now, { ok: accepted })]),
    ...(accepted ? [event(txId, 'SP-API accepted', now)] : []),
  ];
  if (!accepted) return endJourney(platform, own, 410, answered);
  if (failed.length) return endJourney(platform, own, 504, answered);
  // Delivered: the package waits for its ticket, the journey is over.
  const ended = await storage.commit([
    ...answered,
    { step: 'end-journey', id, txId, code: 200, at: now },
    event(txId, 'back to the service provider', now),
  ]);
  return ended.ok ? backAddress(own, 200) : endJourney(platform, own, 408);
}

/** → the status, undefined when nobody answered in time */
async function callSpApi(
  platform: Platform,
  { client }: OwnJourney,
  body: Readonly<Record<string, unknown>>,
): Promise<number | undefined> {
  try {
    const request = new Request(client.spApiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(client.apiKey ? { ...body, apiKey: client.apiKey } : body),
      redirect: 'manual',
      signal: AbortSignal.timeout(lifetimes.spApiConnect.ms),
    });
    const response = await platform.fetch(request);
    await response.body?.cancel();
    return response.status;
  } catch {
    platform.log.warn({ client: client.clientId }, 'SP-API did not answer');
    return undefined;
  }
}
