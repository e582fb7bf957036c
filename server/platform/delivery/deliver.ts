/**
 * The resident's decision: issues the ticket and puts the SP-API's call into the outbox, in one plan with the consent;
 * `sp-caller.ts` makes the call and books the answer. Consent at `later` is consent before all is there: the browser goes
 * back all the same, and `late-deliveries.ts` goes on.
 */
import { secretHash } from '../../crypto/secret.ts';
import type { TicketSecret } from './ticket-secret.ts';
import { randomUUID } from 'node:crypto';
import { lifetimes } from '../../lifetimes.ts';
import { encryptField } from '../../protocol/mydata-1/fields.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { newSecretKey } from '../../protocol/mydata-1/payload.ts';
import { agreeForCounter } from '../counter/agree.ts';
import { counterWords } from '../counter/consent-words.ts';
import { isForCounter } from '../counter/counter-return.ts';
import { event } from '../log/events.ts';
import { openJson, sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import { isStopped } from '../registry/may-open.ts';
import type { Journey, Step, StoredPackage } from '../storage.ts';
import { brokenCode, isAnswer, type Parameters } from './collection.ts';
import { consentWords, laterWords, wordsHash, wordsText, type ConsentWords } from '../consent/consent-words.ts';
import { backAddress, endJourney, type OwnJourney } from '../journey/journey.ts';
import { parameterAnswers } from '../consent/parameters.ts';
import { waitBriefly } from '../wait-briefly.ts';
import { queueSpCall, type SpCaller } from './sp-caller.ts';
import { uidMark } from './uid-valid.ts';
import { waitingNotice } from '../consent/waiting-notice.ts';

/**
 * → the words of consent for the journey as it is now, at a counter (櫃檯) those of the counter; with what is stored, and
 * the ids of what could not be had (none at `later`)
 */
export async function wordsOf(
  platform: Platform,
  { journey, client, datasets }: OwnJourney,
): Promise<{ words: ConsentWords; failed: readonly string[]; stored: readonly StoredPackage[] }> {
  const stored = await platform.storage.packages(journey.txId);
  const failed = stored.filter(({ code }) => !isAnswer(code)).map(({ resourceId }) => resourceId);
  const answers = parameterAnswers(datasets, await parametersOf(platform, journey));
  const among = (ids: readonly string[]) => datasets.filter(({ id }) => ids.includes(id));
  const counter = isForCounter(journey);
  if (journey.screen !== 'later') {
    const bad = among(failed);
    const broken = among(stored.filter(({ code }) => code === brokenCode).map(({ resourceId }) => resourceId));
    return {
      words: counter
        ? counterWords({ client, datasets, failed: bad, broken, answers })
        : consentWords(client, datasets, bad, answers, broken),
      failed,
      stored,
    };
  }
  const seen = stored.map(({ resourceId }) => resourceId);
  const pending = datasets.filter(({ id }) => !seen.includes(id));
  const words = counter
    ? counterWords({ client, datasets, pending, answers })
    : laterWords(client, datasets, pending, answers);
  return { words, failed: [], stored };
}

/** Opens what the resident answered. → undefined where nothing was asked, or its time is over */
export const parametersOf = (platform: Platform, { parameters, txId }: Journey): Promise<Parameters | undefined> =>
  openJson<Parameters>(platform, parameters, 'parameters', txId);

/** The ticket dies with what it fetches: 8 hours after the first dataset was stored, or after consent. */
const ticketEnd = (stored: readonly StoredPackage[], at: Date): Date =>
  new Date(Math.min(at.getTime(), ...stored.map((one) => one.at.getTime())) + lifetimes.storedData.ms);

/** → address to go to; undefined when the words shown are not those of now, or another tab was faster. */
export async function refuse(platform: Platform, own: OwnJourney, shownHash: string): Promise<string | undefined> {
  const { words } = await wordsOf(platform, own);
  if (wordsHash(words) !== shownHash) return undefined;
  const at = platform.clock.now();
  const { id, txId } = own.journey;
  const decided = await platform.storage.commit([
    { step: 'show-screen', id, from: own.journey.screen, to: 'delivering' },
    { step: 'refuse-consent', txId, at, wordsHash: shownHash, words: wordsText(words) },
    event(txId, 'consent refused', at),
  ]);
  return decided.ok ? endJourney(platform, own, 205) : undefined;
}

/** As `refuse`; undefined, too, while the service provider has not answered: the journey then shows that it is told. */
export async function agree(
  platform: Platform,
  spCaller: SpCaller,
  own: OwnJourney,
  shownHash: string,
): Promise<string | undefined> {
  const { words, failed, stored } = await wordsOf(platform, own);
  if (wordsHash(words) !== shownHash) return undefined;
  // Suspended since it began: at once means for journeys under way, too.
  if (isStopped(own.client)) return endJourney(platform, own, 423);
  const { storage, clock } = platform;
  const { id, txId, clientId, resources, screen } = own.journey;
  const later = screen === 'later';
  const person = await openJson<VerifiedPerson>(platform, own.journey.person, 'person', txId);
  // What was stored may be at the end of its time meanwhile; where one cannot be had, the others were not waited for.
  const isWhole = later || failed.length > 0 || stored.length === resources.length;
  if (!person || !isWhole) return endJourney(platform, own, 408);

  if (isForCounter(own.journey)) {
    const leaving = later && {
      agree: await agreeLater(platform, own.journey, person),
      notice: await waitingNotice(platform, own, person, stored),
    };
    return agreeForCounter(platform, own, {
      words,
      person,
      stored,
      failed: failed.length > 0,
      later: leaving || undefined,
    });
  }

  const ticket = randomUUID();
  const secretKey = newSecretKey();
  const at = clock.now();
  const { name, email, mobile } = person;
  const secret: TicketSecret = { secretKey, recipient: { name, email, mobile } };
  const issued = { hash: secretHash(ticket), txId, clientId, issuedAt: at, expiresAt: ticketEnd(stored, at) };
  const decided = await storage.commit([
    later
      ? await agreeLater(platform, own.journey, person)
      : { step: 'show-screen', id, from: 'consent', to: 'delivering' },
    { step: 'give-consent', txId, at, wordsHash: shownHash, words: wordsText(words) },
    {
      step: 'issue-ticket',
      ticket: failed.length
        ? issued
        : {
            ...issued,
            uidHash: uidMark(platform, secret, person),
            secret: await sealJson(platform, secret, 'ticket', txId),
          },
    },
    await queueSpCall(platform, txId, {
      body: {
        tx_id: txId,
        permission_ticket: ticket,
        ...(failed.length ? { unable_to_deliver: failed } : { secret_key: encryptField(own.client, secretKey) }),
      },
      failed: failed.length > 0,
      later,
    }),
    event(txId, 'consent given', at),
    event(txId, 'SP-API called', at),
  ]);
  if (!decided.ok) return undefined;

  // The page need not wait for a slow one: it shows that the service is being told.
  await waitBriefly(spCaller.call(txId));
  const now = await storage.journey(id);
  if (now?.screen === 'away') return backAddress(own, 200);
  return now?.screen === 'ended' ? backAddress(own, (now.code ?? 408) as ReturnCode) : undefined;
}

/** Sealed anew: what was sealed when the journey began would be gone before this consent is. */
async function agreeLater(platform: Platform, journey: Journey, person: VerifiedPerson): Promise<Step> {
  const { id, txId } = journey;
  const parameters = await parametersOf(platform, journey);
  return {
    step: 'agree-later',
    id,
    at: platform.clock.now(),
    person: await sealJson(platform, person, 'person', txId),
    parameters: parameters && (await sealJson(platform, parameters, 'parameters', txId)),
  };
}
