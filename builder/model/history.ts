/**
 * Everything that was done to a document, to be undone and done again, in plain words. Plain data, so that it is kept
 * with the draft. Typing coalesces: edits with one key that follow each other closely are one entry.
 */
import type { Text } from '#schemas/text.ts';
import { invertChanges, type Change } from './change.ts';
import type { Ref } from './locate.ts';

export interface Entry {
  /** The command's id. */
  readonly command: string;
  /** What was done, e.g. 新增題目「姓名」. */
  readonly words: Text;
  /** ISO time of its last edit. */
  readonly at: string;
  readonly changes: readonly Change[];
  /** Edits with the same key may become one entry. */
  readonly key?: string;
  /** What was selected before and after. */
  readonly selected: { readonly before: readonly Ref[]; readonly after: readonly Ref[] };
}

export interface History {
  /** Oldest first. */
  readonly done: readonly Entry[];
  /** The next to do again comes last. */
  readonly undone: readonly Entry[];
}

export const noHistory: History = { done: [], undone: [] };

/** Two edits this close belong together. */
export const coalesceMs = 1500;

/**
 * So many bytes of it are kept: it travels with every save, the county takes 16 MB of document and history, and a draft that
 * can not be saved for what was once done to it is worse than one whose oldest steps are gone.
 */
export const mostKept = 8 * 1024 * 1024;

export function record({ done, undone }: History, entry: Entry, most = mostKept): History {
  const last = done.at(-1);
  const gap = last ? Date.parse(entry.at) - Date.parse(last.at) : Infinity;
  // Before the last: of a computer whose clock is another.
  const close = gap >= 0 && gap <= coalesceMs;
  if (!last || !close || undone.length || entry.key === undefined || entry.key !== last.key)
    return { done: newest([...done, entry], most), undone: [] };
  const changes = joined([...last.changes, ...entry.changes]);
  // Typed and taken back: nothing happened.
  if (!changes.length) return { done: done.slice(0, -1), undone: [] };
  const selected = { before: last.selected.before, after: entry.selected.after };
  return { done: newest([...done.slice(0, -1), { ...entry, changes, selected }], most), undone: [] };
}

const utf8 = new TextEncoder();
const sizes = new WeakMap<Entry, number>();

function sizeOf(entry: Entry): number {
  const known = sizes.get(entry);
  if (known !== undefined) return known;
  const size = utf8.encode(JSON.stringify(entry)).length;
  sizes.set(entry, size);
  return size;
}

/** As many as there is room for; the last one always. */
function newest(done: readonly Entry[], most: number): readonly Entry[] {
  let room = most - sizeOf(done.at(-1)!);
  let first = done.length - 1;
  while (first > 0 && (room -= sizeOf(done[first - 1]!)) >= 0) first -= 1;
  return first ? done.slice(first) : done;
}

type SetChange = Extract<Change, { op: 'set' }>;
const areSets = (changes: readonly Change[]): changes is readonly SetChange[] =>
  changes.every(({ op }) => op === 'set');

/** Changes of one key of one object, made one after the other, are one change. */
function joined(changes: readonly Change[]): readonly Change[] {
  if (!areSets(changes) || new Set(changes.map(({ path, key }) => JSON.stringify([path, key]))).size > 1)
    return changes;
  const { op, path, key, before } = changes[0]!;
  const { after } = changes.at(-1)!;
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ op, path, key, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** What to apply, and the history afterwards; undefined when there is nothing to undo. */
export function undoOf({
  done,
  undone,
}: History): { changes: readonly Change[]; entry: Entry; history: History } | undefined {
  const entry = done.at(-1);
  return (
    entry && {
      changes: invertChanges(entry.changes),
      entry,
      history: { done: done.slice(0, -1), undone: [...undone, entry] },
    }
  );
}

export function redoOf({
  done,
  undone,
}: History): { changes: readonly Change[]; entry: Entry; history: History } | undefined {
  const entry = undone.at(-1);
  if (!entry) return undefined;
  // What is typed after it is another thing: one undo must not take both.
  const { key: _, ...ended } = entry;
  return { changes: entry.changes, entry, history: { done: [...done, ended], undone: undone.slice(0, -1) } };
}
