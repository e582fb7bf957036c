/** A browser arrives from a service provider: checks the redirect in the interface's order and opens a journey. */
import { decodeResources } from '../../protocol/mydata-1/resources.ts';
import { returnAddress, sameAddress } from '../../protocol/mydata-1/addresses.ts';
import type { ReturnCode } from '../../protocol/mydata-1/return-codes.ts';
import { arrived } from '../log/events.ts';
import type { CatalogueEntry } from '#schemas/datasets/types.ts';
import { newId, personHash } from '../hashes.ts';
import { offeredMethods, type PlatformMethod } from '../identity/methods/levels.ts';
import { sealJson, type VerifiedPerson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import { readClientField } from '../registry/client-keys.ts';
import { isEnded, refusalOf } from '../registry/may-open.ts';
import { datasetsDown } from '../staff/maintenance.ts';
import type { Journey, Step } from '../storage.ts';
import { journeySessionHash } from '../journey/browser.ts';
import { findTransaction } from '../journey/find-transaction.ts';
import { isUuid } from '#schemas/uuid.ts';

export interface Arrival {
  readonly clientId: string;
  /** The path segment as sent, still percent-encoded. */
  readonly resources: string;
  readonly txId: string;
  readonly returnUrl?: string;
  readonly pid?: string;
  /** The secret of the browser that comes. */
  readonly browser: string;
}

/** Who the service provider's own proof showed the resident to be (model 2: 手冊 貳-一-(二)-3, not asked again here). */
export interface VerifiedElsewhere {
  readonly person: VerifiedPerson;
  readonly method: PlatformMethod;
  /** Uses the proof up. */
  readonly use: Step;
}

export type Opened =
  | { readonly kind: 'opened'; readonly journeyId: string }
  /** Back to the service provider, whose address is the registered one. */
  | { readonly kind: 'back'; readonly code: ReturnCode; readonly location: string }
  /** Nobody to go back to: the platform itself says what is wrong. */
  | { readonly kind: 'stopped'; readonly code: ReturnCode };

/** @param elsewhere stands for the `pid`, or is the code to go back with; where its method is too weak for a dataset, identity is asked all the same */
export async function openJourney(
  platform: Platform,
  arrival: Arrival,
  elsewhere?: VerifiedElsewhere | ReturnCode,
): Promise<Opened> {
  const { returnUrl } = arrival;
  if (!returnUrl) return { kind: 'stopped', code: 400 };
  const client = await platform.clients.find(arrival.clientId);
  if (!client || isEnded(client)) return { kind: 'stopped', code: 401 };
  // Never an open redirect: only the registered address is gone back to.
  const registered = sameAddress(client.returnUrl, returnUrl);
  const standing = await standingOf(platform, arrival.txId);
  const refuse = async (code: ReturnCode): Promise<Opened> => {
    if (!registered) return { kind: 'stopped', code };
    const { txId } = arrival;
    const told = await mayTell(platform, client, { txId, standing, code });
    return { kind: 'back', code, location: returnAddress(returnUrl, client, told ? { code, txId } : { code }) };
  };

  if (typeof elsewhere === 'number') return refuse(elsewhere);
  const pid = arrival.pid === undefined ? undefined : readPid(client, arrival.pid);
  const nationalId = elsewhere?.person.nationalId ?? pid;
  if (!nationalId) return refuse(400);
  // Model 2 needs none; one that comes along is checked.
  if (elsewhere && arrival.pid !== undefined && pid !== nationalId) return refuse(pid === undefined ? 400 : 409);
  if (standing === 'malformed' || standing === 'opened') return refuse(400);
  if (!registered) return refuse(404);
  const refused = await refusalOf(platform, client, nationalId);
  if (refused) return refuse(refused);
  if (!client.resources.length) return refuse(403);
  if (!client.modes.includes('online')) return refuse(401);
  const resources = readResources(arrival.resources);
  if (!resources) return refuse(400);
  if (new Set(resources).size !== resources.length) return refuse(400);
  const datasets = resources.flatMap((id) => (client.resources.includes(id) ? (platform.datasets.get(id) ?? []) : []));
  if (datasets.length !== resources.length) return refuse(401);
  const both = client.standing?.anyOf?.some((group) => group.filter((id) => resources.includes(id)).length > 1);
  if (both) return refuse(401);
  // Datasets that no one way of proving identity opens together can't be asked for together.
  if (!offeredMethods(datasets).length) return refuse(401);
  if (standing === 'refused') return refuse(400);
  // Known before anybody proves who they are; no SP-API is called.
  const down = await datasetsDown(platform);
  if (resources.some((id) => down.has(id))) return refuse(504);

  const journeyId = newId();
  const { txId } = arrival;
  const startedAt = platform.clock.now();
  const sealedPid = await sealJson(platform, nationalId, 'pid', txId);
  const journey = {
    id: journeyId,
    sessionHash: journeySessionHash(arrival.browser, journeyId),
    txId,
    clientId: client.clientId,
    resources,
    fields: client.fields,
    returnUrl,
    pid: sealedPid,
    startedAt,
  };
  const result = await platform.storage.commit([
    ...(elsewhere ? [elsewhere.use] : []),
    { step: 'open-journey', journey },
    ...(await provedSteps(platform, journey, datasets, elsewhere)),
  ]);
  return result.ok ? { kind: 'opened', journeyId } : refuse(400);
}

async function provedSteps(
  platform: Platform,
  { id, txId, clientId, startedAt }: Pick<Journey, 'id' | 'txId' | 'clientId' | 'startedAt'>,
  datasets: readonly CatalogueEntry[],
  proved: VerifiedElsewhere | undefined,
): Promise<readonly Step[]> {
  if (!proved || !offeredMethods(datasets).includes(proved.method)) return [];
  const { method } = proved;
  const person = await sealJson(platform, proved.person, 'person', txId);
  const hash = personHash(platform.keys.hashKey, proved.person.nationalId);
  return [
    { step: 'verify-identity', id, txId, clientId, startedAt, method, person, personHash: hash, to: 'facts' },
    arrived({ txId, startedAt }),
  ];
}

/** What became of a tx_id before. */
type Standing = 'malformed' | 'fresh' | 'refused' | 'opened';

/**
 * It goes back as it came, since a service provider may compare texts; a mixture of small and capital letters is none.
 */
async function standingOf({ storage }: Platform, txId: string): Promise<Standing> {
  const small = txId.toLowerCase();
  const capital = txId.toUpperCase();
  if (!isUuid(small) || (txId !== small && txId !== capital)) return 'malformed';
  const known = await findTransaction(storage, txId);
  return !known ? 'fresh' : known.resources.length ? 'opened' : 'refused';
}

/**
 * An encrypted tx_id in a service provider's hands means: this browser was in that transaction. So nobody gets one made to
 * order: never of other text (it could be a `pid`), never of a transaction that opened elsewhere, and none opens under a
 * tx_id that was sent back.
 */
async function mayTell(
  { storage, clock }: Platform,
  { clientId }: Client,
  { txId, standing, code }: { readonly txId: string; readonly standing: Standing; readonly code: ReturnCode },
): Promise<boolean> {
  if (standing !== 'fresh') return standing === 'refused';
  return (await storage.commit([{ step: 'refuse-arrival', txId, clientId, code, at: clock.now() }])).ok;
}

const readPid = (client: Client, pid: string | undefined): string | undefined =>
  readClientField(client, pid ?? '', (text) => {
    const id = text.trim().toUpperCase();
    return /^[A-Z][A-Z0-9]\d{8}$/.test(id) ? id : undefined;
  });

function readResources(segment: string): readonly string[] | undefined {
  try {
    return decodeResources(decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}
