/** What every command of the builder keeps to, told by a row of what it does, refuses and joins (`command-rows.ts`). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, type Command } from '../model/command.ts';
import { writeDocument, type BuilderDocument } from '../model/document.ts';
import { coalesceMs } from '../model/history.ts';
import { EditingSession } from '../model/session.ts';
import { checkEdit, checkIdle, checkRefused, HandClock } from './command-checks.ts';

interface Example<Args> {
  readonly on: BuilderDocument;
  readonly args: Args;
}

export interface CommandRow<Args> {
  readonly command: Command<Args>;
  readonly does: readonly Example<Args>[];
  /** Empty where there is nothing that it could refuse. */
  readonly refuses: readonly (Example<Args> & { readonly code: string })[];
  /** What is so already. */
  readonly idle?: readonly Example<Args>[];
  /** One press is one entry; or what is typed one after the other at one place is one, and at another place is not. */
  readonly joins:
    | 'never'
    | { readonly on: BuilderDocument; readonly first: Args; readonly then: Args; readonly elsewhere: Args | 'nowhere' };
}

/** Something else, elsewhere. */
const between: Command<undefined> = {
  id: 'between',
  run: () => ({
    changes: [{ op: 'set', path: ['service'], key: 'between', after: 1 }],
    words: { 'zh-Hant': '其間', en: 'between' },
  }),
};

export function commandContract<Args>({ command, does, refuses, idle = [], joins }: CommandRow<Args>): void {
  const { id } = command;

  test(`${id}: done, undone, done again; for this document alone`, () => {
    assert.ok(does.length, 'something that it does');
    for (const { on, args } of does) checkEdit(on, command, args);
  });

  test(`${id}: refused, or with nothing to do, nothing is touched`, () => {
    for (const { on, args, code } of refuses) checkRefused(on, command, args, code);
    for (const { on, args } of idle) checkIdle(on, command, args);
  });

  if (joins === 'never') {
    test(`${id}: each is an entry of its own`, () => {
      for (const { on, args } of does) {
        const outcome = command.run(on, args);
        assert.ok(!isRefusal(outcome) && outcome.key === undefined);
      }
    });
    return;
  }

  const { on, first, then, elsewhere } = joins;
  const typed = (...steps: readonly (Args | number | 'between' | 'undo')[]) => {
    const clock = new HandClock();
    const session = new EditingSession(on, clock);
    for (const step of steps) {
      if (typeof step === 'number') clock.pass(step);
      else if (step === 'undo') assert.ok(session.undo());
      else if (step === 'between') session.run(between, undefined);
      else {
        const outcome = session.run(command, step);
        assert.ok(!isRefusal(outcome) && outcome.changes.length, 'each does something');
      }
    }
    return session;
  };

  test(`${id}: typed at one place it is one entry, which one undo takes back`, () => {
    for (const ms of [0, 1, coalesceMs]) {
      const session = typed(first, ms, then);
      assert.equal(session.history.done.length, 1, `${ms} ms apart`);
      const after = writeDocument(session.document);
      session.undo();
      assert.equal(writeDocument(session.document), writeDocument(on));
      session.redo();
      assert.equal(writeDocument(session.document), after);
      assert.equal(writeDocument(typed(first, coalesceMs + 1, then).document), after, 'the same as in two');
    }
  });

  test(`${id}: later, elsewhere, or across an undo it is an entry of its own`, () => {
    assert.equal(typed(first, coalesceMs + 1, then).history.done.length, 2, 'later');
    if (elsewhere !== 'nowhere') assert.equal(typed(first, elsewhere).history.done.length, 2, 'elsewhere');
    // What was undone lay between the two, however close they are.
    const across = typed(first, 'between', 'undo', then);
    assert.equal(across.history.done.length, 2, 'across an undo');
    assert.equal(across.history.undone.length, 0, 'nothing is left to do again');
  });
}
