/**
 * Node's own `fetch` with our limit for connecting; its own is 10 seconds, the interface's 15. The connections' pool takes
 * the limit, not a call: so it is made anew, from the class of the one that Node comes with. It also resolves names for us,
 * so that what is connected to is what was looked at.
 */
import type { LookupFunction } from 'node:net';
import type { Fetch, Whose } from '../context.ts';
import { lifetimes } from '../lifetimes.ts';
import { literalOf } from './reach/address-class.ts';
import { forbiddenAddress, lookupWithin, systemResolve, type Resolve } from './reach/lookup.ts';
import { askNameServers } from './reach/name-servers.ts';
import type { Reach } from './reach/reach.ts';

type Pool = new (options: {
  readonly connect: { readonly timeout: number; readonly lookup: LookupFunction };
}) => object;

/** Where Node (undici) keeps its pool, once something was fetched. */
const nodesPool = Symbol.for('undici.globalDispatcher.1');

export interface FetchSettings {
  /** Measured in whole seconds by Node. */
  readonly connectMs: number;
  readonly reach: Readonly<Record<Whose, Reach>>;
  readonly resolve?: Resolve;
}

/** @throws where Node keeps no pool: without one nobody would look at addresses */
export async function systemFetch({ connectMs, reach, resolve }: FetchSettings): Promise<Fetch> {
  await fetch('data:,');
  const Pool = (globalThis as { readonly [nodesPool]?: object })[nodesPool]?.constructor as Pool | undefined;
  if (!Pool) throw new Error('this Node has no pool of connections to look at addresses with');
  // What strangers wrote is not looked up where our own files and passwords wait.
  const resolves = {
    partner: resolve ?? systemResolve,
    stranger: resolve ?? askNameServers({ ms: Math.min(connectMs, lifetimes.nameLookUp.ms) }),
  };
  // One each: a connection that is open is used again without being looked at.
  const poolOf = (whose: Whose): object =>
    new Pool({ connect: { timeout: connectMs, lookup: lookupWithin(reach[whose], resolves[whose]) } });
  const pools = { partner: poolOf('partner'), stranger: poolOf('stranger') };
  return async (url, { to, ...init }) => {
    // A host that is written as an address is connected to without being looked up.
    const literal = literalOf(new URL(url).hostname);
    if (literal !== undefined && !reach[to](literal)) throw forbiddenAddress();
    return fetch(url, { ...init, dispatcher: pools[to] } as RequestInit);
  };
}
