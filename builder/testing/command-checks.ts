/** What holds for every command on whatever document, as assertions for tables and for random documents. */
import assert from 'node:assert/strict';
import { applyChange, applyChanges, invertChanges, StaleChange, type Change } from '../model/change.ts';
import { isRefusal, type Command, type Edit, type Outcome } from '../model/command.ts';
import { asJson, openDocument, writeDocument, type BuilderDocument } from '../model/document.ts';
import { isList, update, type Json } from '../model/json.ts';
import { find } from '../model/locate.ts';
import { EditingSession } from '../model/session.ts';
import type { Text } from '#schemas/text.ts';
import { isObject } from '#schemas/json.ts';

const start = Date.parse('2026-11-23T01:00:00Z');

/** A clock that stands still until it is moved. */
export class HandClock {
  #now = start;
  now(): Date {
    return new Date(this.#now);
  }
  pass(ms: number): void {
    this.#now += ms;
  }
}

/** Whoever writes to it throws. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}

const sayable = (text: Text, what: string): void => {
  for (const words of [text['zh-Hant'], text.en]) {
    assert.ok(words.trim(), `${what} in both languages`);
    assert.doesNotMatch(words, /undefined|null|NaN|\[object/, what);
  }
  // A form whose English is still to be written has names all the same.
  if (!/「」/.test(text['zh-Hant'])) assert.doesNotMatch(text.en, /""/, what);
};

/** What it says of itself, without having touched anything, and the same when it is asked again. */
function checkAsked<Args>(document: BuilderDocument, command: Command<Args>, args: Args): Outcome {
  frozen(document);
  frozen(args);
  const before = writeDocument(document);
  const outcome = command.run(document, args);
  assert.equal(writeDocument(document), before, `${command.id} only says what would change`);
  assert.equal(JSON.stringify(command.run(document, args)), JSON.stringify(outcome), `${command.id} says it again`);
  return frozen(outcome);
}

/** A session that tells what it told. */
function watched(document: BuilderDocument, clock = new HandClock(), history?: EditingSession['history']) {
  const session = new EditingSession(document, clock, history);
  const told: string[] = [];
  session.listen(({ what }) => told.push(what));
  return { session, told };
}

/** The document, the history and what is selected are the very same objects afterwards, and nobody is told. */
function untouched({ session, told }: ReturnType<typeof watched>, work: () => void): void {
  const { document, history, selected } = session;
  const heard = told.length;
  work();
  assert.equal(session.document, document, 'the same document');
  assert.equal(session.history, history, 'the same history');
  assert.equal(session.selected, selected, 'the same selection');
  assert.equal(told.length, heard, 'nobody is told');
}

export function checkRefused<Args>(document: BuilderDocument, command: Command<Args>, args: Args, code?: string): void {
  const outcome = checkAsked(document, command, args);
  assert.ok(isRefusal(outcome), `${command.id} refuses`);
  if (code !== undefined) assert.equal(outcome.code, code);
  sayable(outcome.refused, `why ${command.id} is refused`);
  for (const ref of outcome.because ?? []) assert.ok(find(document, ref), `${ref} stands in the way, and is there`);
  const one = watched(document);
  untouched(one, () => assert.equal(JSON.stringify(one.session.run(command, args)), JSON.stringify(outcome)));
}

/** Nothing would change: it is no entry of the history either. */
export function checkIdle<Args>(document: BuilderDocument, command: Command<Args>, args: Args): void {
  const outcome = checkAsked(document, command, args);
  assert.ok(!isRefusal(outcome) && !outcome.changes.length, `${command.id} changes nothing`);
  const one = watched(document);
  untouched(one, () => void one.session.run(command, args));
}

/** Done, undone, done again: each time the same, byte for byte; and for no other document. */
export function checkEdit<Args>(document: BuilderDocument, command: Command<Args>, args: Args): BuilderDocument {
  const outcome = checkAsked(document, command, args);
  assert.ok(!isRefusal(outcome), isRefusal(outcome) ? `${command.id}: ${outcome.code}` : '');
  assert.ok(outcome.changes.length, `${command.id} changes something`);
  sayable(outcome.words, `what ${command.id} did`);
  if (outcome.told) sayable(outcome.told, `what ${command.id} tells`);
  const { session, told } = watched(document);
  const before = writeDocument(session.document);
  session.run(command, args);
  const { document: after } = session;
  const done = writeDocument(after);
  assert.notEqual(done, before, `${command.id} has changed something`);
  assert.equal(writeDocument(openDocument(after)), done, 'keys stand in their order');
  assert.equal(session.history.done.length, 1);
  assert.equal(session.history.done[0]!.command, command.id);
  assert.deepEqual(session.history.done[0]!.words, outcome.words);
  const there = () => session.selected.every((ref) => find(session.document, ref));
  assert.deepEqual(session.selected, outcome.select ?? []);
  assert.ok(there(), 'what is selected is there');
  session.undo();
  assert.equal(writeDocument(session.document), before, `${command.id} undone`);
  assert.ok(there(), 'what is selected after undo is there');
  session.redo();
  assert.equal(writeDocument(session.document), done, `${command.id} done again`);
  assert.deepEqual(session.document, after);
  assert.ok(there(), 'what is selected after redo is there');
  session.undo();
  assert.equal(writeDocument(session.document), before, `${command.id} undone again`);
  assert.deepEqual(told, ['edited', 'undone', 'redone', 'undone']);
  checkStale(document, command.id, outcome);
  return after;
}

/** Where the change was made for another document; undefined where it fits any. */
function spoilt(document: Json, change: Change): Json | undefined {
  const { path } = change;
  if (change.op === 'set')
    return update(document, path, (node) => ({ ...(node as object), [change.key]: { stale: true } }) as Json);
  if (change.op === 'remove')
    return update(document, path, (node) =>
      isList(node) ? node.map((one, index) => (index === change.index ? { stale: true } : one)) : node,
    );
  // An insert knows of its list only that it is one, and long enough.
  return update(document, path, () => (change.index > 0 ? [] : { stale: true }));
}

function checkStale(document: BuilderDocument, id: string, outcome: Edit): void {
  let now = asJson(document);
  for (const change of outcome.changes) {
    const other = spoilt(now, change)!;
    assert.throws(() => applyChange(other, change), StaleChange, `${id} on another document`);
    now = applyChange(now, change);
  }
  const [first] = outcome.changes;
  const other = spoilt(asJson(document), first!) as unknown as BuilderDocument;
  const one = watched(other);
  untouched(one, () =>
    assert.throws(() => one.session.run({ id, run: () => outcome }, undefined), StaleChange, `${id} is refused`),
  );
  // The same for the way back: a history that belongs to another document is not played on this one.
  const { session } = watched(document);
  session.run({ id, run: () => outcome }, undefined);
  const [back] = invertChanges(session.history.done[0]!.changes);
  const spoiltAfter = spoilt(asJson(session.document), back!);
  if (!isObject(spoiltAfter)) return;
  const undoing = watched(spoiltAfter as unknown as BuilderDocument, new HandClock(), session.history);
  untouched(undoing, () => assert.throws(() => undoing.session.undo(), StaleChange, `undo of ${id}`));
  session.undo();
  const redoing = watched(other, new HandClock(), session.history);
  untouched(redoing, () => assert.throws(() => redoing.session.redo(), StaleChange, `redo of ${id}`));
}

/** Whichever of the three it comes to. → the document afterwards */
export function checkAny<Args>(document: BuilderDocument, command: Command<Args>, args: Args): BuilderDocument {
  const outcome = checkAsked(document, command, args);
  if (isRefusal(outcome)) checkRefused(document, command, args);
  else if (!outcome.changes.length) checkIdle(document, command, args);
  else if (applyChanges(asJson(document), outcome.changes)) return checkEdit(document, command, args);
  return document;
}
