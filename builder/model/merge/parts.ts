/** The parts of three forms → the parts of one: what is there, where it lies, in which order, with which properties. */
import { movesOutOfGroups, ownOf } from './kinds.ts';
import { same, type JsonObject } from '../json.ts';
import { say } from '../command.ts';
import { otherSide, sides, type Ledger, type Side } from './conflict.ts';
import { mergeOrder } from './order.ts';
import { membersOf, presenceId, type Trees } from './presence.ts';
import { isGroup, partOf, refOf, root, wordsOf, type Key, type Node, type Tree } from './tree.ts';
import { mergeObject } from './values.ts';
import type { Spot } from './spot.ts';

export const placeId = (key: Key): string => `${key}/@place`;
export const typeId = (key: Key): string => `${key}/type`;

export function mergeParts(ledger: Ledger, trees: Trees): Tree {
  const members = new Set(membersOf(ledger, trees));
  keepOneStep(ledger, trees, members);
  const nodes = new Map<Key, Node>();
  const merged: Tree = { nodes, children: new Map() };
  for (const key of [...trees.theirs.nodes.keys(), ...trees.mine.nodes.keys()])
    if (members.has(key) && !nodes.has(key)) nodes.set(key, mergeNode(ledger, trees, members, key));
  return { nodes, children: childrenOf(ledger, trees, merged) };
}

/** Each may have deleted the steps that the other left: a form has at least one. */
function keepOneStep(ledger: Ledger, { theirs, base, mine }: Trees, members: Set<Key>): void {
  const isStep = (key: Key): boolean => key.startsWith('step/');
  if ([...members].some(isStep)) return;
  const [step] = theirs.children.get(root) ?? mine.children.get(root) ?? [];
  if (step === undefined) return;
  const tree = theirs.nodes.has(step) ? theirs : mine;
  const node = tree.nodes.get(step)!;
  ledger.ask(
    {
      ...{ id: presenceId(step), place: step, property: '', kind: 'there', words: wordsOf(node), choices: ['theirs'] },
      ...sides(base.nodes.has(step) ? partOf(base, step) : undefined, undefined, partOf(tree, step)),
    },
    'theirs',
  );
  const keep = (key: Key): void => {
    members.add(key);
    for (const child of tree.children.get(key) ?? []) keep(child);
  };
  keep(step);
}

function mergeNode(ledger: Ledger, trees: Trees, members: ReadonlySet<Key>, key: Key): Node {
  const [b, m, t] = [trees.base, trees.mine, trees.theirs].map((tree) => tree.nodes.get(key));
  const only = m && t ? undefined : (m ?? t)!;
  if (only) {
    const side = m ? 'mine' : 'theirs';
    return { ...only, parent: standing(trees, members, key, side) };
  }
  const [mine, theirs] = [m as Node, t as Node];
  const together = settleTogether(ledger, trees, members, key);
  const parent = together ? trees[together].nodes.get(key)!.parent : placeOf(ledger, trees, members, key);
  const words = wordsOf(theirs);
  const spot: Spot = { id: key, place: refOf(trees.theirs, key), property: '', key: '', words };
  const base = b?.props ?? {};
  if (theirs.kind !== 'field' || sameType(base, mine.props, theirs.props)) {
    const props = mergeObject(ledger, spot, base, mine.props, theirs.props);
    return { kind: theirs.kind, parent, props };
  }
  // What belongs to one type means nothing to another: both go together.
  const own = together ?? typeFrom(ledger, spot, base, mine.props, theirs.props);
  const kinds = [base, mine.props, theirs.props].map(ownOf);
  const skip = kinds.flatMap((one) => Object.keys(one));
  const shared = mergeObject(ledger, spot, base, mine.props, theirs.props, skip);
  return { kind: 'field', parent, props: { ...shared, ...ownOf(own === 'mine' ? mine.props : theirs.props) } };
}

const sameType = (base: JsonObject, mine: JsonObject, theirs: JsonObject): boolean =>
  mine['type'] === theirs['type'] && (base['type'] === undefined || base['type'] === mine['type']);

function typeFrom(ledger: Ledger, spot: Spot, base: JsonObject, mine: JsonObject, theirs: JsonObject): Side {
  const [b, m, t] = [ownOf(base), ownOf(mine), ownOf(theirs)];
  const forced = ledger.forced.get(typeId(spot.id));
  if (!forced) {
    if (same(m, t) || same(b, m)) return 'theirs';
    if (same(b, t)) return 'mine';
  }
  const chosen = ledger.ask(
    {
      ...{ id: typeId(spot.id), place: spot.place, property: 'type', kind: 'value', ...sides(b, m, t) },
      words: say(`${spot.words['zh-Hant']}的題型`, `${spot.words.en}: type`),
    },
    forced ?? 'theirs',
  );
  return chosen === 'mine' ? 'mine' : 'theirs';
}

/** Groups take no groups, files and evidence: who moved it into one and who made it such a thing can not both have it. */
function settleTogether(ledger: Ledger, trees: Trees, members: ReadonlySet<Key>, key: Key): Side | undefined {
  const { base, mine, theirs } = trees;
  const [m, t] = [mine.nodes.get(key)!, theirs.nodes.get(key)!];
  if (m.parent === t.parent || m.props['type'] === t.props['type']) return undefined;
  const clash = ([a, b]: readonly [Node, Node]): boolean =>
    movesOutOfGroups(a.props['type']) && isGroup(theirs.nodes.get(b.parent) ?? mine.nodes.get(b.parent));
  if (!clash([m, t]) && !clash([t, m])) return undefined;
  const chosen = ledger.ask(
    {
      ...{ id: placeId(key), place: refOf(theirs, key), property: '', kind: 'place' },
      ...sides(base.nodes.get(key)?.parent, m.parent, t.parent),
      words: say(`${wordsOf(t)['zh-Hant']}的位置和題型`, `${wordsOf(t).en}: place and type`),
    },
    members.has(t.parent) ? 'theirs' : 'mine',
  );
  const side = chosen === 'mine' ? 'mine' : 'theirs';
  return members.has(trees[side].nodes.get(key)!.parent) ? side : otherSide(side);
}

function placeOf(ledger: Ledger, trees: Trees, members: ReadonlySet<Key>, key: Key): Key {
  const { base, mine, theirs } = trees;
  const [b, m, t] = [base, mine, theirs].map((tree) => tree.nodes.get(key)?.parent);
  const forced = ledger.forced.get(placeId(key));
  const side = ((): Side => {
    if (m === t) return 'theirs';
    if (!forced && b === m) return 'theirs';
    if (!forced && b === t) return 'mine';
    const words = wordsOf(theirs.nodes.get(key)!);
    const chosen = ledger.ask(
      {
        ...{ id: placeId(key), place: refOf(theirs, key), property: '', kind: 'place', ...sides(b, m, t) },
        words: say(`${words['zh-Hant']}的位置`, `${words.en}: place`),
      },
      forced ?? 'theirs',
    );
    return chosen === 'mine' ? 'mine' : 'theirs';
  })();
  return standing(trees, members, key, side);
}

/** Where this side has it; where that is gone by choice, where the other has it, or what is left of where it was. */
function standing(trees: Trees, members: ReadonlySet<Key>, key: Key, side: Side): Key {
  const there = (parent: Key | undefined): parent is Key =>
    parent !== undefined && (parent === root || members.has(parent));
  const wanted = [trees[side], trees[otherSide(side)], trees.base]
    .map((tree) => tree.nodes.get(key)?.parent)
    .find(there);
  if (wanted !== undefined) return wanted;
  const kind = key.startsWith('section/') ? 'step/' : 'section/';
  return [...trees.theirs.nodes.keys(), ...trees.mine.nodes.keys()].find(
    (one) => one.startsWith(kind) && members.has(one),
  ) as Key;
}

function childrenOf(ledger: Ledger, trees: Trees, { nodes }: Tree): ReadonlyMap<Key, readonly Key[]> {
  const children = new Map<Key, readonly Key[]>();
  const lists = (parent: Key) => ({
    base: trees.base.children.get(parent) ?? [],
    mine: trees.mine.children.get(parent) ?? [],
    theirs: trees.theirs.children.get(parent) ?? [],
  });
  const members = new Map<Key, Set<Key>>();
  for (const [key, { parent }] of nodes) members.set(parent, (members.get(parent) ?? new Set()).add(key));
  for (const [parent, inside] of members) {
    const id = `${parent}/@order`;
    const prefer = ledger.choices[id] === 'mine' ? 'mine' : 'theirs';
    const { base, mine, theirs } = lists(parent);
    const { order, clash } = mergeOrder({ base, mine, theirs }, inside, prefer);
    children.set(parent, order);
    if (!clash) continue;
    const node = nodes.get(parent);
    const words = node ? wordsOf(node) : say('步驟', 'Steps');
    ledger.ask(
      {
        ...{ id, place: node ? refOf(trees.theirs, parent) : root, property: '', kind: 'order' },
        ...sides(base, mine, theirs),
        words: node
          ? say(`${words['zh-Hant']}裡的順序`, `${words.en}: order`)
          : say('步驟的順序', 'Order of the steps'),
      },
      'theirs',
    );
  }
  return children;
}
