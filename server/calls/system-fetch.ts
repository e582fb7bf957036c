/**
 * Node's own `fetch` with our limit for connecting; its own is 10 seconds, the interface's 15. The connections' pool takes
 * the limit, not a call: so it is made anew, from the class of the one that Node comes with.
 */
import type { Fetch } from '../context.ts';

type Pool = new (options: { readonly connect: { readonly timeout: number } }) => object;

/** Where Node (undici) keeps its pool, once something was fetched. */
const nodesPool = Symbol.for('undici.globalDispatcher.1');

/** @param connectMs measured in whole seconds by Node */
export async function systemFetch(connectMs: number): Promise<Fetch> {
  await fetch('data:,');
  const pool = (globalThis as { readonly [nodesPool]?: object })[nodesPool]?.constructor as Pool | undefined;
  if (!pool) return (url, init) => fetch(url, init);
  const dispatcher = new pool({ connect: { timeout: connectMs } });
  return (url, init) => fetch(url, { ...init, dispatcher } as RequestInit);
}
