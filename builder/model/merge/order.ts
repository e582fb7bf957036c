/** One order of two: what each has moved or added lies where that one put it. */
import { movedAmong } from '#schemas/publish/moved-among.ts';
import type { Side } from './conflict.ts';

type Keys = readonly string[];

const equal = (a: Keys, b: Keys): boolean => a.length === b.length && a.every((key, index) => key === b[index]);

/** `clash`: both have put the same in another order; then `prefer` holds. */
export function mergeOrder(
  lists: { readonly base: Keys; readonly mine: Keys; readonly theirs: Keys },
  members: ReadonlySet<string>,
  prefer: Side,
): { readonly order: Keys; readonly clash: boolean } {
  const among = (list: Keys, set: ReadonlySet<string>): Keys => list.filter((key) => set.has(key));
  const [base, mine, theirs] = [among(lists.base, members), among(lists.mine, members), among(lists.theirs, members)];
  if (equal(mine, base)) return { order: whole(theirs, mine, members), clash: false };
  if (equal(theirs, base)) return { order: whole(mine, theirs, members), clash: false };
  const shared = new Set(mine.filter((key) => theirs.includes(key)));
  const [b, m, t] = [among(base, shared), among(mine, shared), among(theirs, shared)];
  const known = (list: Keys): Keys => list.filter((key) => b.includes(key));
  if (equal(m, t) || equal(known(m), b)) return { order: whole(theirs, mine, members), clash: false };
  if (equal(known(t), b)) return { order: whole(mine, theirs, members), clash: false };
  const [movedByMine, movedByTheirs] = [movedAmong(b, m), movedAmong(b, t)];
  if (![...movedByMine].some((key) => movedByTheirs.has(key))) {
    const settled = theirs.filter((key) => !movedByMine.has(key));
    return { order: whole(settled, mine, members), clash: false };
  }
  const [main, other] = prefer === 'mine' ? [mine, theirs] : [theirs, mine];
  return { order: whole(main, other, members), clash: true };
}

/** `main` with what it lacks of `other` behind the one that it follows there. */
function whole(main: Keys, other: Keys, members: ReadonlySet<string>): Keys {
  const order = [...main];
  const own = new Set(other);
  other.forEach((key, index) => {
    if (order.includes(key)) return;
    const before = other.slice(0, index).findLast((one) => order.includes(one));
    let at = before === undefined ? 0 : order.indexOf(before) + 1;
    // What the one has added there stays together.
    while (at < order.length && !own.has(order[at] as string)) at += 1;
    order.splice(at, 0, key);
  });
  return [...order, ...[...members].filter((key) => !order.includes(key))];
}
