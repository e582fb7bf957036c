/** Lists of named things (options, sources, roles, proofs …): each item for itself, and the order of both. */
import type { Text } from '#schemas/text.ts';
import { isText } from '#schemas/publish/texts.ts';
import { say } from '../command.ts';
import { same, type Json } from '../json.ts';
import { sides, type Ledger } from './conflict.ts';
import { linesNamed } from './lines.ts';
import { mergeOrder } from './order.ts';
import type { Shape } from './shapes.ts';
import { inside, type MergeValue, type Spot, type Three } from './spot.ts';
import { isObject } from '#schemas/json.ts';

type Items = readonly Json[];
type Named = ReadonlyMap<string, Json>;
type ListShape = Extract<Shape, { readonly is: 'list' | 'lines' }>;

interface Lists {
  readonly base: Items;
  readonly mine: Items;
  readonly theirs: Items;
}

/** Two of one name are two: the second is `name#2`. */
function named(items: Items, name: (item: Json) => string): Named {
  const list = new Map<string, Json>();
  for (const item of items) {
    const plain = name(item);
    let key = plain;
    for (let n = 2; list.has(key); n += 1) key = `${plain}#${n}`;
    list.set(key, item);
  }
  return list;
}

export function mergeList(ledger: Ledger, spot: Spot, shape: ListShape, mergeValue: MergeValue, lists: Lists): Items {
  const [base, mine, theirs] =
    shape.is === 'lines'
      ? linesNamed(lists.base, lists.mine, lists.theirs)
      : [named(lists.base, shape.name), named(lists.mine, shape.name), named(lists.theirs, shape.name)];
  const values = new Map<string, Items>();
  for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
    const three = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const item = inside(spot, key, nameOfItem(three.mine ?? three.theirs, key));
    values.set(key, mergeItem(ledger, item, three, shape, mergeValue));
  }
  const members = new Set([...values].filter(([, items]) => items.length).map(([key]) => key));
  const id = `${spot.id}/@order`;
  const prefer = ledger.choices[id] === 'mine' ? 'mine' : 'theirs';
  const orders = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  const { order, clash } = mergeOrder(orders, members, prefer);
  if (clash)
    ledger.ask(
      {
        ...{ id, place: spot.place, property: spot.property, kind: 'order' },
        ...sides(lists.base, lists.mine, lists.theirs),
        words: say(`${spot.words['zh-Hant']}的順序`, `${spot.words.en}: order`),
      },
      'theirs',
    );
  return order.flatMap((key) => values.get(key) ?? []);
}

/** @returns none, one, or where both are wanted two */
function mergeItem(ledger: Ledger, spot: Spot, three: Three, shape: ListShape, mergeValue: MergeValue): Items {
  const { base, mine, theirs } = three;
  if (mine === undefined || theirs === undefined) {
    const left = (mine ?? theirs) as Json;
    // Only one has it: it was added, unless the other took it away.
    if (base === undefined) return [left];
    const id = `${spot.id}/@there`;
    const keeper = mine === undefined ? 'theirs' : 'mine';
    if (same(left, base) && !ledger.forced.has(id)) return [];
    const chosen = ledger.ask(
      {
        ...{ id, place: spot.place, property: spot.property, kind: 'there', words: spot.words },
        ...sides(base, mine, theirs),
      },
      keeper,
    );
    return chosen === keeper ? [left] : [];
  }
  if (base === undefined && !same(mine, theirs)) {
    const chosen = ledger.ask(
      {
        ...{ id: spot.id, place: spot.place, property: spot.property, kind: 'value', words: spot.words },
        ...{ mine, theirs, choices: ['mine', 'theirs', 'both'] },
      },
      shape.is === 'lines' ? 'both' : 'theirs',
    );
    return chosen === 'both' ? [theirs, mine] : [chosen === 'mine' ? mine : theirs];
  }
  const value = mergeValue(ledger, spot, three);
  return value === undefined ? [] : [value];
}

function nameOfItem(item: Json | undefined, key: string): Text {
  if (isText(item)) return say(`「${item['zh-Hant']}」`, `"${item.en || item['zh-Hant']}"`);
  if (isObject(item))
    for (const word of ['label', 'title', 'name', 'document']) {
      const text = item[word];
      if (isText(text) && text['zh-Hant']) return say(`「${text['zh-Hant']}」`, `"${text.en || text['zh-Hant']}"`);
    }
  return say(`「${key}」`, `"${key}"`);
}
