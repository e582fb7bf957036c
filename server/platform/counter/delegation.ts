/**
 * Acting for another 代理: the person names the agent, the agent accepts with their own identity and then presents. Only
 * where the service's registered legal basis allows it (手冊 參-一-(七)); it ends with the stored data, or sooner.
 */
import { readNationalId } from '#schemas/taiwan/read-national-id.ts';
import { withoutSpaces } from '#schemas/taiwan/plain-text.ts';
import { isRead, type Refusal } from '#schemas/taiwan/reading.ts';
import { isSameName } from '#schemas/taiwan/same.ts';
import { event } from '../log/events.ts';
import { newId, personHash } from '../hashes.ts';
import type { OwnSession } from '../me/session.ts';
import { sealJson } from '../person.ts';
import type { Platform } from '../platform.ts';
import type { Client } from '../registry/read-register.ts';
import type { Delegation } from '../storage.ts';
import { namedIn, tellBoth, type NamedAgent } from './agent.ts';
import { isLive } from './barcodes.ts';
import type { CounterChanges } from './counter-changes.ts';

export type NamingProblem = 'name' | 'self' | 'known' | 'over' | Refusal;

/**
 * Keeps the delegation as `offered`, name and number sealed, with its event; nobody is told, the person hands the link
 * on. Or what is wrong: `self`, `known` (one is offered or accepted already), `over` (nothing waits, or no legal
 * basis), the name, or the number.
 */
export async function nameAgent(
  platform: Platform,
  { txId, client }: { readonly txId: string; readonly client: Client },
  typed: { readonly name?: string; readonly nationalId?: string },
): Promise<Delegation | NamingProblem> {
  const { storage, clock, keys } = platform;
  // Kept as it was typed, but for what nobody sees.
  const name = (typed.name ?? '').replace(/[\p{Cf}\p{DI}]/gu, '').trim();
  if (!withoutSpaces(name) || name.length > 50 || /\p{C}/u.test(name)) return 'name';
  const read = readNationalId(typed.nationalId ?? '');
  if (!isRead(read)) return read;
  const nationalId = read.value;
  const ticket = await storage.ticketOf(txId);
  const ownerHash = (await storage.transaction(txId))?.personHash;
  if (!client.agentBasis || !ownerHash || !isLive(platform, ticket)) return 'over';
  const agentHash = personHash(keys.hashKey, nationalId);
  if (agentHash === ownerHash) return 'self';
  const id = newId();
  const offeredAt = clock.now();
  const named: NamedAgent = { name, nationalId };
  const delegation = {
    id,
    txId,
    clientId: client.clientId,
    ownerHash,
    agentHash,
    named: await sealJson(platform, named, 'named-agent', id),
    offeredAt,
    until: ticket.expiresAt,
  };
  const result = await storage.commit([
    { step: 'offer-delegation', delegation },
    event(txId, 'agent named', offeredAt),
  ]);
  return result.ok ? { ...delegation, state: 'offered' } : 'known';
}

/** Of this person, named by their number and by nothing else. */
export async function delegationTo(
  { storage }: Pick<Platform, 'storage'>,
  { session }: Pick<OwnSession, 'session'>,
  id: string,
): Promise<Delegation | undefined> {
  const found = /^[\w-]{22}$/.test(id) ? await storage.delegation(id) : undefined;
  return found?.agentHash === session.personHash ? found : undefined;
}

/** → false when it was ended before; `other-name` when who was named is called otherwise */
export async function acceptDelegation(
  platform: Platform,
  changes: CounterChanges,
  { own, client, delegation }: { readonly own: OwnSession; readonly client: Client; readonly delegation: Delegation },
): Promise<boolean | 'other-name'> {
  const { storage, clock } = platform;
  const named = await namedIn(platform, delegation);
  const ticket = await storage.ticketOf(delegation.txId);
  if (!named || !isLive(platform, ticket)) return false;
  if (!isSameName(named.name, own.person.name)) return 'other-name';
  const at = clock.now();
  const agent = await sealJson(platform, own.person, 'agent', delegation.id);
  const result = await storage.commit([
    { step: 'accept-delegation', id: delegation.id, at, agent },
    event(delegation.txId, 'agent accepted', at),
    ...(await tellBoth(platform, delegation, { news: 'accepted', service: client.name, at, agent: own.person })),
  ]);
  if (result.ok) changes.tell(delegation.txId);
  return result.ok;
}

/** The agent declines, or the person takes it back: the agent's barcode is dead from here on. */
export async function endDelegation(
  platform: Platform,
  changes: CounterChanges,
  {
    client,
    delegation,
    to,
  }: {
    readonly client: Client;
    readonly delegation: Delegation;
    readonly to: 'declined' | 'withdrawn';
  },
): Promise<boolean> {
  const at = platform.clock.now();
  const result = await platform.storage.commit([
    { step: 'end-delegation', id: delegation.id, to, at },
    event(delegation.txId, to === 'declined' ? 'agent declined' : 'agent withdrawn', at),
    ...(await tellBoth(platform, delegation, { news: to, service: client.name, at })),
  ]);
  if (result.ok) changes.tell(delegation.txId);
  return result.ok;
}
