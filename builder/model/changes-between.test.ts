import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { replaceDocument } from '../commands/replace-document.ts';
import { noDocument, reliefDocument } from '../testing/documents.ts';
import { commandFrom, randomCommand } from '../testing/random-command.ts';
import { set, text, workedOn } from '../testing/two-designers.ts';
import { changesBetween } from './changes-between.ts';
import { openDocument, writeDocument } from './document.ts';
import { EditingSession } from './session.ts';

const clock = { now: () => new Date('2026-11-23T01:00:00Z') };

test('any document becomes any other by one edit, and back by one undo, byte for byte', () => {
  const starts = fc.constantFrom(noDocument, reliefDocument);
  fc.assert(
    fc.property(starts, starts, fc.array(randomCommand, { maxLength: 20 }), (start, other, commands) => {
      const target = workedOn(other, (session) => {
        for (const numbers of commands) {
          const { command, run } = commandFrom(numbers, session.document);
          session.run({ id: command.id, run: (now) => run(now) }, undefined);
        }
      });
      const session = new EditingSession(start, clock);
      session.run(replaceDocument, { document: target, words: text('換成') });
      assert.equal(writeDocument(session.document), writeDocument(openDocument(target)));
      if (!session.undo()) return;
      assert.equal(writeDocument(session.document), writeDocument(start));
      session.redo();
      assert.equal(writeDocument(session.document), writeDocument(openDocument(target)));
    }),
    { numRuns: 60 },
  );
});

test('as small as where they differ', () => {
  const changed = workedOn(reliefDocument, set('field/email', 'label', text('信箱')));
  const [change, ...more] = changesBetween(reliefDocument, changed);
  assert.deepEqual(more.length, 1, 'one in each language');
  assert.equal(change?.path.at(-1), 'label');
  assert.ok(JSON.stringify([change, ...more]).length < 400);
});
