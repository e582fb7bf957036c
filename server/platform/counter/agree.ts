/**
 * Consent for a counter: nobody is called. The data waits under a ticket that nobody holds until a desk takes it, so that
 * withdrawal, expiry and deletion are those of every delivery.
 */
import { randomUUID } from 'node:crypto';
import { secretHash } from '../../crypto/secret.ts';
import { lifetimes } from '../../lifetimes.ts';
import { newSecretKey } from '../../protocol/mydata-1/payload.ts';
import { event } from '../log/events.ts';
import { queueMessage } from '../messages/queue.ts';
import { barcodeReadyText } from '../messages/texts/counter.ts';
import { openJson, sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { wordsHash, wordsText, type ConsentWords } from '../consent/consent-words.ts';
import type { TicketSecret } from '../delivery/ticket-secret.ts';
import { endJourney, type OwnJourney } from '../journey/journey.ts';
import { letterSetting } from '../consent/notice.ts';
import { uidMark } from '../delivery/uid-valid.ts';
import type { Journey, Step, StoredPackage } from '../storage.ts';
import { barcodePath } from './counter-return.ts';

export interface Agreement {
  readonly words: ConsentWords;
  readonly person: VerifiedPerson;
  readonly stored: readonly StoredPackage[];
  /** A dataset could not be had. */
  readonly failed: boolean;
  /** Before all is there: what moves the journey on, and what tells the person that it is waited for. */
  readonly later?: { readonly agree: Step; readonly notice: Step };
}

/** → address to go to; undefined when another tab was faster */
export async function agreeForCounter(
  platform: Platform,
  own: OwnJourney,
  { words, person, stored, failed, later }: Agreement,
): Promise<string | undefined> {
  const { storage, clock } = platform;
  const { id, txId, clientId } = own.journey;
  const at = clock.now();
  if (failed) return endJourney(platform, own, 504);
  const { name, email, mobile } = person;
  const secret: TicketSecret = { secretKey: newSecretKey(), recipient: { name, email, mobile } };
  const first = Math.min(at.getTime(), ...stored.map((one) => one.at.getTime()));
  const result = await storage.commit([
    later?.agree ?? { step: 'show-screen', id, from: 'consent', to: 'delivering' },
    { step: 'give-consent', txId, at, wordsHash: wordsHash(words), words: wordsText(words) },
    {
      step: 'issue-ticket',
      ticket: {
        // Its text is told to nobody.
        hash: secretHash(randomUUID()),
        txId,
        clientId,
        issuedAt: at,
        expiresAt: new Date(first + lifetimes.storedData.ms),
        uidHash: uidMark(platform, secret, person),
        secret: await sealJson(platform, secret, 'ticket', txId),
      },
    },
    event(txId, 'consent given', at),
    ...(later
      ? [{ step: 'show-screen', id, from: 'delivering', to: 'away' } as const, later.notice]
      : [{ step: 'end-journey', id, txId, code: 200, at } as const]),
  ]);
  return result.ok ? barcodePath(id) : undefined;
}

/** When all that was waited for is there. */
export async function readyNotice(
  platform: Platform,
  { id, txId, clientId, resources }: Journey,
): Promise<readonly Step[]> {
  const ticket = await platform.storage.ticketOf(txId);
  const secret = await openJson<TicketSecret>(platform, ticket?.secret, 'ticket', txId);
  const client = await platform.clients.find(clientId);
  if (!ticket || !secret || !client) return [];
  const datasets = resources.map((one) => ({ id: one, name: platform.datasets.get(one)?.name['zh-Hant'] ?? one }));
  const { recipient } = secret;
  const message = await queueMessage(platform, {
    kind: 'barcode-ready',
    txId,
    at: platform.clock.now(),
    until: ticket.expiresAt,
    to: recipient,
    about: { service: client.name, datasets },
    ...barcodeReadyText(letterSetting(platform), {
      name: recipient.name,
      service: client.name,
      datasets: datasets.map(({ name }) => name),
      until: ticket.expiresAt,
      link: `${platform.config.publicUrl}/me/barcode/${id}`,
    }),
  });
  return [message];
}
