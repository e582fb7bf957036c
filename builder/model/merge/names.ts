/**
 * One id for one thing, and one thing for one id, before anything is compared: a part that one has renamed gets its new id
 * in all three documents, and two new parts of one id (both designers' `question1`) become two. What speaks of them follows.
 */
import { say } from '../command.ts';
import type { BuilderDocument } from '../document.ts';
import { freshId } from '../ids.ts';
import { same, type Json, type JsonObject } from '../json.ts';
import type { Text } from '#schemas/text.ts';
import type { Ledger, Side } from './conflict.ts';
import { isGroup, refOf, treeOf, wordsOf, type Key, type Kind, type Node, type Tree } from './tree.ts';
import { renameParts, type Renaming } from './rename.ts';
import { apartItems } from './items.ts';

export interface Named {
  readonly base: BuilderDocument;
  readonly mine: BuilderDocument;
  readonly theirs: BuilderDocument;
  readonly renamed: { readonly [side in Side]: ReadonlySet<Key> };
  /** What got another id, and why. */
  readonly notes: { readonly [side in Side]: readonly Text[] };
}

type Documents = Pick<Named, 'base' | 'mine' | 'theirs'>;

const idOf = (key: Key): string => key.slice(key.indexOf('/') + 1);
const kindOf = (key: Key): Kind => key.slice(0, key.indexOf('/')) as Kind;

export function withOneNaming(ledger: Ledger, documents: Documents): Named {
  const apart = groupsApart(reusedApart(documents));
  const { base, mine, theirs } = apart;
  const trees = { base: treeOf(base.form), mine: treeOf(mine.form), theirs: treeOf(theirs.form) };
  const used = usedIds(trees);
  const renames = { mine: renamesOf(trees.base, trees.mine), theirs: renamesOf(trees.base, trees.theirs) };
  const steps = { base: new Map<Key, string>(), mine: new Map<Key, string>(), theirs: new Map<Key, string>() };
  const notes = { mine: [] as Text[], theirs: [] as Text[] };
  const renamed = { mine: new Set<Key>(), theirs: new Set<Key>() };

  // Two that are new under one id; where both gave one part the same new id, it is one.
  for (const key of trees.mine.nodes.keys()) {
    if (trees.base.nodes.has(key) || !trees.theirs.nodes.has(key)) continue;
    const [from, other] = [renames.mine.get(key), renames.theirs.get(key)];
    if (from !== undefined && from === other) continue;
    const id = freshId(used[kindOf(key)], idOf(key));
    steps.mine.set(key, id);
    const words = wordsOf(trees.mine.nodes.get(key) as Node);
    notes.mine.push(
      say(
        `${words['zh-Hant']}的代號改為「${id}」，對方也新增了「${idOf(key)}」`,
        `${words.en} is "${id}" now: both added "${idOf(key)}"`,
      ),
    );
  }
  for (const side of ['mine', 'theirs'] as const)
    for (const [key, from] of renames[side]) {
      const id = steps[side].get(key) ?? idOf(key);
      const words = wordsOf(trees[side].nodes.get(key) as Node);
      notes[side].push(
        say(`${words['zh-Hant']}的代號「${idOf(from)}」改為「${id}」`, `${words.en}: id "${idOf(from)}" is "${id}"`),
      );
    }
  const renamedFrom = new Map<Key, { mine?: Key; theirs?: Key }>();
  for (const side of ['mine', 'theirs'] as const)
    for (const [key, from] of renames[side]) renamedFrom.set(from, { ...renamedFrom.get(from), [side]: key });
  for (const [from, to] of renamedFrom) {
    const mineId = to.mine && (steps.mine.get(to.mine) ?? idOf(to.mine));
    const theirId = to.theirs && idOf(to.theirs);
    const id = mineId === undefined || theirId === undefined || mineId === theirId ? (theirId ?? mineId)! : undefined;
    const settled = id ?? chosenId(ledger, trees, to.theirs as Key, from, mineId as string, theirId as string);
    steps.base.set(from, settled);
    steps.mine.set(to.mine ?? from, settled);
    steps.theirs.set(to.theirs ?? from, settled);
    const now = `${kindOf(from)}/${settled}`;
    if (to.mine) renamed.mine.add(now);
    if (to.theirs) renamed.theirs.add(now);
  }
  const apply = (document: BuilderDocument, tree: Tree, map: Renaming): BuilderDocument => {
    const there = new Map([...map].filter(([key, id]) => tree.nodes.has(key) && idOf(key) !== id));
    return there.size ? renameParts(document, there) : document;
  };
  const named = {
    base: apply(base, trees.base, steps.base),
    mine: apply(mine, trees.mine, steps.mine),
    theirs: apply(theirs, trees.theirs, steps.theirs),
  };
  const items = apartItems(named);
  return {
    ...named,
    mine: items.mine,
    renamed,
    notes: { mine: [...notes.mine, ...items.notes], theirs: notes.theirs },
  };
}

function chosenId(ledger: Ledger, trees: { readonly theirs: Tree }, key: Key, from: Key, mine: string, theirs: string) {
  const words = wordsOf(trees.theirs.nodes.get(key) as Node);
  const chosen = ledger.ask(
    {
      ...{ id: `${from}/id`, place: refOf(trees.theirs, key), property: 'id', kind: 'id' },
      ...{ base: idOf(from), mine, theirs },
      words: say(`${words['zh-Hant']}的代號`, `${words.en}: id`),
    },
    'theirs',
  );
  return chosen === 'mine' ? mine : theirs;
}

function usedIds(trees: { readonly base: Tree; readonly mine: Tree; readonly theirs: Tree }) {
  const used = { step: new Set<string>(), section: new Set<string>(), field: new Set<string>() };
  for (const tree of Object.values(trees)) for (const key of tree.nodes.keys()) used[kindOf(key)].add(idOf(key));
  return used;
}

/** New key → the old one of a part that is the same but for its id and its rules. */
function renamesOf(base: Tree, now: Tree): ReadonlyMap<Key, Key> {
  const found = new Map<Key, Key>();
  const origin = (key: Key): Key => found.get(key) ?? key;
  const gone = [...base.nodes].filter(([key]) => !now.nodes.has(key));
  // A step comes before its sections, a section before its questions.
  for (const [key, node] of now.nodes) {
    if (base.nodes.has(key)) continue;
    const fits = gone.filter(
      ([old, before]) =>
        before.kind === node.kind &&
        before.parent === origin(node.parent) &&
        ![...found.values()].includes(old) &&
        same(plain(before.props), plain(node.props)),
    );
    const [only, ...more] = fits;
    if (only && !more.length) found.set(key, only[0]);
  }
  return found;
}

const plain = (props: JsonObject): Json =>
  Object.fromEntries(
    Object.entries(props).filter(([key]) => !['id', 'show', 'requiredWhen', 'calculate'].includes(key)),
  );

/** As the builder calls what is new. */
const given = /^(?:question|evidence|section|step)\d*$/;
const stem = (id: string): string => id.replace(/\d+$/, '');

/**
 * `question1` got a name of its own, and the next new question is called `question1` again: that one is new, and gets another
 * id, so that what the other wrote about the first is not taken to be about it. A copy has the name with another number.
 */
function reusedApart(documents: Documents): Documents {
  const { base, mine, theirs } = documents;
  // What only one has changed stands as it is.
  if ([mine, theirs].some(({ form }) => same(form as unknown as Json, base.form as unknown as Json))) return documents;
  const trees = { base: treeOf(base.form), mine: treeOf(mine.form), theirs: treeOf(theirs.form) };
  const used = usedIds(trees);
  const apart = (side: Side): BuilderDocument => {
    const now = trees[side];
    const fresh = [...now.nodes].filter(([key]) => !trees.base.nodes.has(key));
    const reused = [...trees.base.nodes].filter(([key, before]) => {
      const node = now.nodes.get(key);
      if (!node || !given.test(idOf(key)) || same(plain(node.props), plain(before.props))) return false;
      const moved = fresh.filter(
        ([other, { kind, props }]) =>
          kind === before.kind && stem(idOf(other)) !== stem(idOf(key)) && same(plain(props), plain(before.props)),
      );
      return moved.length === 1;
    });
    return reused.length
      ? renameParts(documents[side], new Map(reused.map(([key]) => [key, freshId(used[kindOf(key)], idOf(key))])))
      : documents[side];
  };
  return { base, mine: apart('mine'), theirs: apart('theirs') };
}

/** An id that is a group for one and a question for the other names two things: the one that was there first gets another. */
function groupsApart(documents: Documents): Documents {
  const trees = Object.values(documents).map(({ form }: BuilderDocument) => treeOf(form)) as [Tree, Tree, Tree];
  const [base, mine, theirs] = trees;
  const used = usedIds({ base, mine, theirs }).field;
  const clash = (tree: Tree, key: Key): boolean =>
    tree.nodes.has(key) && isGroup(tree.nodes.get(key)) !== isGroup(base.nodes.get(key));
  const other = new Map(
    [...base.nodes.keys()]
      .filter((key) => clash(mine, key) || clash(theirs, key))
      .map((key) => [key, freshId(used, idOf(key))] as const),
  );
  if (!other.size) return documents;
  const apply = (document: BuilderDocument, tree: Tree): BuilderDocument =>
    renameParts(document, new Map([...other].filter(([key]) => tree.nodes.has(key) && !clash(tree, key))));
  return {
    base: apply(documents.base, base),
    mine: apply(documents.mine, mine),
    theirs: apply(documents.theirs, theirs),
  };
}
