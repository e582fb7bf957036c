/**
 * One designer's work on one document: the document, its history, what is selected. The only place that changes them;
 * listeners are told after each change, and draw anew from what is there.
 */
import { applyChanges, changeInOrder } from './change.ts';
import { isRefusal, type Command, type Edit, type Outcome } from './command.ts';
import { asJson, openDocument, type BuilderDocument } from './document.ts';
import { withFollowUps } from './follow-up.ts';
import { noHistory, record, redoOf, undoOf, type Entry, type History } from './history.ts';
import type { Path } from './json.ts';
import { find, partsOf, type Ref } from './locate.ts';

export type Happened =
  | { readonly what: 'edited' | 'undone' | 'redone'; readonly entry: Entry }
  | { readonly what: 'selected' }
  | { readonly what: 'opened' };

export interface Clock {
  now(): Date;
}

export class EditingSession {
  #document: BuilderDocument;
  #history: History;
  #selected: readonly Ref[] = [];
  readonly #clock: Clock;
  readonly #listeners = new Set<(happened: Happened) => void>();
  readonly #before = new Set<() => void>();
  #asking = false;

  constructor(document: BuilderDocument, clock: Clock, history: History = noHistory) {
    this.#document = openDocument(document);
    this.#history = history;
    this.#clock = clock;
  }

  get document(): BuilderDocument {
    return this.#document;
  }

  get history(): History {
    return this.#history;
  }

  /** Only what is still there, in the order in which it was selected. */
  get selected(): readonly Ref[] {
    return this.#selected;
  }

  /** → what to do to listen no more */
  listen(listener: (happened: Happened) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Is called before anything is done or selected, to do first what is still to be done. → what to do to be called no more */
  beforeOthers(listener: () => void): () => void {
    this.#before.add(listener);
    return () => void this.#before.delete(listener);
  }

  #first(): void {
    if (this.#asking) return;
    this.#asking = true;
    try {
      for (const listener of [...this.#before]) listener();
    } finally {
      this.#asking = false;
    }
  }

  /** What the command would do, without doing it. */
  ask<Args>(command: Command<Args>, args: Args): Outcome {
    return command.run(this.#document, args);
  }

  run<Args>(command: Command<Args>, args: Args): Outcome {
    this.#first();
    const outcome = this.ask(command, args);
    if (isRefusal(outcome) || !outcome.changes.length) return outcome;
    const { document, changes } = withFollowUps(this.#document, outcome.changes.map(changeInOrder));
    const entry = this.#entry(command.id, { ...outcome, changes });
    this.#document = document;
    this.#history = record(this.#history, entry);
    this.#selected = entry.selected.after;
    this.#tell({ what: 'edited', entry });
    return outcome;
  }

  undo(): Entry | undefined {
    this.#first();
    return this.#step(undoOf(this.#history), 'undone');
  }

  redo(): Entry | undefined {
    this.#first();
    return this.#step(redoOf(this.#history), 'redone');
  }

  select(refs: readonly Ref[]): void {
    this.#first();
    const there = refs.filter((ref) => find(this.#document, ref));
    if (there.length === this.#selected.length && there.every((ref, index) => ref === this.#selected[index])) return;
    this.#selected = there;
    this.#tell({ what: 'selected' });
  }

  /** Another document takes this one's place, e.g. a version that was restored; it starts a history of its own. */
  open(document: BuilderDocument, history: History = noHistory): void {
    this.#document = openDocument(document);
    this.#history = history;
    this.#selected = [];
    this.#tell({ what: 'opened' });
  }

  #entry(command: string, { changes, words, key, select }: Edit): Entry {
    const after = select ?? this.#selected;
    return {
      command,
      words,
      at: this.#clock.now().toISOString(),
      changes,
      ...(key === undefined ? {} : { key }),
      selected: { before: this.#selected, after },
    };
  }

  #step(step: ReturnType<typeof undoOf>, what: 'undone' | 'redone'): Entry | undefined {
    if (!step) return undefined;
    const old = this.#document;
    const changed = applyChanges(asJson(old), step.changes) as unknown as BuilderDocument;
    this.#document = changed;
    this.#history = step.history;
    const { before, after } = step.entry.selected;
    const back = cameBack(old, changed);
    const selected = (what === 'undone' ? before : after).filter((ref) => find(changed, ref));
    this.#selected = !back.length || selected.some((ref) => back.includes(ref)) ? selected : back;
    this.#tell({ what, entry: step.entry });
    return step.entry;
  }

  #tell(happened: Happened): void {
    for (const listener of [...this.#listeners]) listener(happened);
  }
}

/** Parts that are there again, without those that lie in others of them. */
function cameBack(before: BuilderDocument, after: BuilderDocument): readonly Ref[] {
  if (before.form === after.form) return [];
  const known = partsOf(before);
  const back = [...partsOf(after).values()].filter(({ ref }) => !known.has(ref));
  return back
    .filter(({ path }) => !back.some((other) => other.path.length < path.length && isWithin(path, other.path)))
    .map(({ ref }) => ref);
}

const isWithin = (path: Path, outer: Path): boolean => outer.every((part, index) => path[index] === part);
