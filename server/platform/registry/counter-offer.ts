/**
 * What a service's page for its counter says beside the datasets: of which the resident needs only some ("at least N of
 * these"), and what to bring along. In the client file: `"modes": ["online", "counter"]`,
 * `"counter": { "atLeast": [{ "n": 1, "of": [ids] }], "bring": [texts] }`.
 */
import type { AtLeast, CounterOffer, ServiceMode } from './definition.ts';
import { isObject } from '#schemas/json.ts';

export type { AtLeast, CounterOffer, ServiceMode } from './definition.ts';

export const emptyOffer: CounterOffer = { atLeast: [], bring: [] };

type Fail = (field: string, rule: string) => never;

const known: readonly ServiceMode[] = ['online', 'counter'];

/** Online only where nothing is said. */
export function readModes(value: unknown, fail: Fail): readonly ServiceMode[] {
  if (value === undefined) return ['online'];
  const good = Array.isArray(value) && value.length > 0 && value.every((one) => known.includes(one as ServiceMode));
  if (!good) return fail('modes', 'must be a list of "online", "counter" or both');
  return [...new Set(value as ServiceMode[])];
}

/** @param resources what the service may ask for; each belongs to one choice at most */
export function readCounter(value: unknown, resources: readonly string[], fail: Fail): CounterOffer {
  if (value === undefined) return emptyOffer;
  if (!isObject(value)) return fail('counter', 'must be an object');
  for (const key of Object.keys(value))
    if (key !== 'atLeast' && key !== 'bring') fail(`counter.${key}`, 'is not a known setting (known: atLeast, bring)');
  const { atLeast = [], bring = [] } = value;
  if (!Array.isArray(bring) || !bring.every((one) => typeof one === 'string' && one.trim() !== ''))
    fail('counter.bring', 'must be a list of texts');
  if (!Array.isArray(atLeast)) return fail('counter.atLeast', 'must be a list');
  const seen = new Set<string>();
  const choices = atLeast.map((one: unknown, index): AtLeast => {
    const where = `counter.atLeast[${index}]`;
    if (!isObject(one)) return fail(where, 'must be an object with n and of');
    const { n, of } = one;
    if (!Array.isArray(of) || of.length < 2) return fail(`${where}.of`, 'must be a list of at least two dataset ids');
    for (const id of of as readonly unknown[]) {
      if (typeof id !== 'string' || !resources.includes(id))
        fail(`${where}.of`, `"${String(id)}" is not among this client's resources`);
      if (seen.has(String(id))) fail(`${where}.of`, `"${String(id)}" is listed twice`);
      seen.add(String(id));
    }
    if (!Number.isInteger(n) || (n as number) < 1 || (n as number) >= of.length)
      fail(`${where}.n`, `must be a whole number from 1 to ${of.length - 1}`);
    return { n: n as number, of: of as string[] };
  });
  return { atLeast: choices, bring: bring as string[] };
}

/** What the resident must have ticked; `undefined` when the choice is good. */
export function lackingChoice(offer: CounterOffer, chosen: readonly string[]): AtLeast | undefined {
  return offer.atLeast.find(({ n, of }) => of.filter((id) => chosen.includes(id)).length < n);
}

/** Datasets that nobody needs to tick. */
export const requiredOf = (offer: CounterOffer, resources: readonly string[]): readonly string[] =>
  resources.filter((id) => !offer.atLeast.some(({ of }) => of.includes(id)));
