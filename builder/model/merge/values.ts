/** Three values of one property → one. What only one has changed is taken; what both have changed is a conflict. */
import { isText } from '#schemas/publish/texts.ts';
import type { Text } from '#schemas/text.ts';
import { isList, same, type Json, type JsonObject } from '../json.ts';
import { sides, type Choice, type Ledger } from './conflict.ts';
import { mergeList } from './lists.ts';
import { inside, type Spot, type Three } from './spot.ts';
import { absentWhenEmpty, canJoin, neverEmpty, shapeOf } from './shapes.ts';
import { isObject } from '#schemas/json.ts';

function mergeValue(ledger: Ledger, spot: Spot, three: Three): Json | undefined {
  const { base, mine, theirs } = three;
  if (same(mine, theirs)) return mine;
  const forced = ledger.forced.get(spot.id);
  if (forced) return choose(ledger, spot, three, forced);
  if (!ledger.forcedInside(spot.id)) {
    if (same(base, mine)) return theirs;
    if (same(base, theirs)) return mine;
  }
  if (isText(mine) && isText(theirs)) return texts(ledger, spot, three, mine, theirs);
  const shape = shapeOf(spot.key, [base, mine, theirs]);
  if (shape.is === 'object' && isObject(mine) && isObject(theirs))
    return mergeObject(ledger, spot, isObject(base) ? base : {}, mine, theirs);
  if ((shape.is === 'list' || shape.is === 'lines') && isList(mine) && isList(theirs)) {
    const merged = mergeList(ledger, spot, shape, mergeValue, { base: isList(base) ? base : [], mine, theirs });
    if (merged.length || (!mine.length && !theirs.length)) return merged;
    if (absentWhenEmpty.includes(spot.key)) return undefined;
    if (!neverEmpty.includes(spot.key)) return merged;
  }
  return choose(ledger, spot, three, 'theirs');
}

export const mergeObject = (
  ledger: Ledger,
  spot: Spot,
  base: JsonObject,
  mine: JsonObject,
  theirs: JsonObject,
  skip: readonly string[] = [],
): JsonObject =>
  Object.fromEntries(
    [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].flatMap((key) => {
      if (skip.includes(key)) return [];
      const three = { base: base[key], mine: mine[key], theirs: theirs[key] };
      const value = mergeValue(ledger, inside(spot, key), three);
      return value === undefined ? [] : [[key, value] as const];
    }),
  );

/** Chinese by one and English by the other fit; one language by both does not, and then the two texts are asked about whole. */
function texts(ledger: Ledger, spot: Spot, three: Three, mine: Text, theirs: Text): Json {
  const base: Partial<Text> = isText(three.base) ? three.base : {};
  const languages = ['zh-Hant', 'en'] as const;
  const twice = languages.some(
    (one) => mine[one] !== theirs[one] && mine[one] !== base[one] && theirs[one] !== base[one],
  );
  if (twice) return choose(ledger, spot, three, 'theirs') as Json;
  return Object.fromEntries(
    languages.flatMap((one) => {
      const value = mine[one] === base[one] ? theirs[one] : mine[one];
      return value === undefined ? [] : [[one, value]];
    }),
  );
}

function choose(ledger: Ledger, spot: Spot, three: Three, standing: Choice): Json | undefined {
  const { base, mine, theirs } = three;
  const joins = isText(mine) && isText(theirs) && canJoin(spot.key) && mine['zh-Hant'] !== theirs['zh-Hant'];
  const { id, place, property, words } = spot;
  const chosen = ledger.ask(
    {
      ...{ id, place, property, words, kind: 'value', ...sides(base, mine, theirs) },
      choices: joins ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'],
    },
    standing,
  );
  if (chosen === 'both' && joins) return joined(theirs, mine) as unknown as Json;
  return chosen === 'mine' ? mine : theirs;
}

const joined = (first: Text, second: Text): Text => {
  const line = (one: 'zh-Hant' | 'en'): string => [first[one], second[one]].filter(Boolean).join('\n');
  return { 'zh-Hant': line('zh-Hant'), en: line('en') };
};
