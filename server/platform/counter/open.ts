/** The one button 一鍵取得 of a counter service's page: opens a journey of our own for what the resident ticked. */
import { randomUUID } from 'node:crypto';
import { newId } from '../hashes.ts';
import { offeredMethods } from '../identity/methods/levels.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { lackingChoice, requiredOf, type AtLeast } from '../registry/counter-offer.ts';
import { refusalOf } from '../registry/may-open.ts';
import { journeySessionHash } from '../journey/browser.ts';
import { counterPath } from './counter-return.ts';

export type OpenedForCounter =
  | { readonly kind: 'opened'; readonly journeyId: string }
  | { readonly kind: 'lacking'; readonly choice: AtLeast }
  /** Paused, ended or not let through; or what is asked for can't be proved together. */
  | { readonly kind: 'refused'; readonly code: 401 | 423 };

/**
 * Opens the journey at its terms, for what the service always needs and what was ticked; what was ticked beside the
 * offer is ignored. `lacking` names the first choice with too few ticks; then and when refused nothing is written.
 */
export async function openForCounter(
  platform: Platform,
  client: Client,
  ticked: readonly string[],
  /** The secret of the browser that asks. */
  browser: string,
): Promise<OpenedForCounter> {
  const { storage, clock } = platform;
  const refused = await refusalForCounter(platform, client);
  if (refused) return { kind: 'refused', code: refused };
  const lacking = lackingChoice(client.counter, ticked);
  if (lacking) return { kind: 'lacking', choice: lacking };
  const required = requiredOf(client.counter, client.resources);
  const resources = client.resources.filter((id) => required.includes(id) || ticked.includes(id));
  const datasets = resources.flatMap((id) => platform.datasets.get(id) ?? []);
  if (!resources.length || datasets.length !== resources.length || !offeredMethods(datasets).length)
    return { kind: 'refused', code: 401 };
  const journeyId = newId();
  const result = await storage.commit([
    {
      step: 'open-journey',
      journey: {
        id: journeyId,
        sessionHash: journeySessionHash(browser, journeyId),
        txId: randomUUID(),
        clientId: client.clientId,
        resources,
        fields: client.fields,
        returnUrl: counterPath(client.clientId),
        startedAt: clock.now(),
      },
    },
    // Who asks for what, the page with the button has said.
    { step: 'show-screen', id: journeyId, from: 'facts', to: 'terms' },
  ]);
  return result.ok ? { kind: 'opened', journeyId } : { kind: 'refused', code: 401 };
}

/** Who the person is, is not known yet: whether they are among a trial's testers is asked once they have proved it. */
export async function refusalForCounter(platform: Platform, client: Client): Promise<401 | 423 | undefined> {
  if (!client.modes.includes('counter')) return 401;
  if (client.standing?.phase === 'trial') return client.suspended ? 423 : undefined;
  return (await refusalOf(platform, client, '')) as 401 | 423 | undefined;
}
