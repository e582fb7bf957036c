/**
 * What a service provider says about a transaction at `--probe-url`: JSON with objects that name the transaction. Read are
 * `result` (`accepted`, `refused`), and the records of our county app (`event` 310, `ok`).
 */
import { isObject } from '#schemas/json.ts';
export type Verdict = 'accepted' | 'refused';

/** → undefined: nothing is decided yet */
export function verdictIn(text: string, txId: string): Verdict | undefined {
  const verdicts = objectsIn(text)
    .filter((one) => [one['tx_id'], one['txId']].some((id) => sameId(id, txId)))
    .flatMap((one) => verdictOf(one) ?? []);
  // Several datasets: one that is refused refuses all.
  return verdicts.includes('refused') ? 'refused' : verdicts[0];
}

const sameId = (id: unknown, txId: string): boolean =>
  typeof id === 'string' && id.toLowerCase() === txId.toLowerCase();

function verdictOf({ result, event, ok }: Readonly<Record<string, unknown>>): Verdict | undefined {
  if (result === 'accepted' || result === 'refused') return result;
  return event === 310 && typeof ok === 'boolean' ? (ok ? 'accepted' : 'refused') : undefined;
}

/** Whether the journey is known to have come to an end. */
export const hasEnded = (text: string, txId: string): boolean =>
  objectsIn(text).some(
    ({ tx_id, txId: other, result, event, ok }) =>
      [tx_id, other].some((id) => sameId(id, txId)) &&
      (result === 'ended' || result === 'refused' || ((event === 300 || event === 310) && ok === false)),
  );

function objectsIn(text: string): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  try {
    JSON.parse(text, (_key, value: unknown) => {
      if (isObject(value)) found.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}
