import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import { commandFrom, randomCommand } from '../testing/random-command.ts';
import { applyChanges, invertChanges } from './change.ts';
import { isRefusal } from './command.ts';
import { asJson, emptyDocument, openDocument, writeDocument, type BuilderDocument } from './document.ts';
import { EditingSession } from './session.ts';

const folder = new URL('../../schemas/services/chiayi/', import.meta.url);

const read = (service: string): BuilderDocument => {
  const json = (name: string): unknown => JSON.parse(readFileSync(new URL(`${service}/${name}.json`, folder), 'utf8'));
  const { $schema: _, ...plain } = json('service') as Service & { readonly $schema?: string };
  return { service: plain, form: json('form') as FormDefinition };
};

const agency = { 'zh-Hant': '嘉義縣社會局', en: 'Social Affairs Bureau' };
const documents = [
  emptyDocument('new-service', '嘉義縣', agency),
  ...['emergency-relief', 'senior-card', 'long-term-care'].map(read),
].map(openDocument);

const clock = (): { now(): Date } => {
  let time = Date.parse('2026-11-23T01:00:00Z');
  // Far apart and close together in turn, so that typing coalesces now and then.
  return { now: () => new Date((time += time % 3 ? 500 : 2001)) };
};

test('every command: what it changes, turned round, is the document as it was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(randomCommand, { minLength: 1, maxLength: 25 }),
      (start, commands) => {
        let document = start;
        for (const numbers of commands) {
          const outcome = commandFrom(numbers, document).run(document);
          if (isRefusal(outcome)) continue;
          const session = new EditingSession(document, clock());
          const before = writeDocument(session.document);
          session.run({ id: 'any', run: () => outcome }, undefined);
          const entry = session.history.done.at(-1);
          if (!entry) continue;
          document = session.document;
          const back = applyChanges(asJson(document), invertChanges(entry.changes));
          assert.equal(writeDocument(back as unknown as BuilderDocument), before);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('1,000 random commands: undone to the empty form and redone to the full one, the same byte for byte', () => {
  fc.assert(
    fc.property(fc.array(randomCommand, { minLength: 1000, maxLength: 1000 }), (commands) => {
      const session = new EditingSession(emptyDocument('new-service', '嘉義縣', agency), clock());
      const empty = writeDocument(session.document);
      for (const numbers of commands) {
        const { command, run } = commandFrom(numbers, session.document);
        session.run({ id: command.id, run: (document) => run(document) }, undefined);
      }
      const full = writeDocument(session.document);
      const { length } = session.history.done;
      assert.ok(length > 300, `only ${length} edits`);
      while (session.undo());
      assert.equal(writeDocument(session.document), empty);
      while (session.redo());
      assert.equal(writeDocument(session.document), full);
      assert.equal(session.history.done.length, length);
    }),
    // A thousand commands are not made fewer within any patience.
    { numRuns: 3, endOnFailure: true },
  );
});

test('a history kept as text and read again undoes the same', () => {
  const session = new EditingSession(documents[1] as BuilderDocument, clock());
  const start = writeDocument(session.document);
  const numbers = fc.sample(randomCommand, { numRuns: 200, seed: 7 });
  for (const one of numbers) {
    const { command, run } = commandFrom(one, session.document);
    session.run({ id: command.id, run: (document) => run(document) }, undefined);
  }
  const kept = JSON.parse(JSON.stringify({ document: session.document, history: session.history })) as {
    document: BuilderDocument;
    history: EditingSession['history'];
  };
  const again = new EditingSession(kept.document, clock(), kept.history);
  while (again.undo());
  assert.equal(writeDocument(again.document), start);
});

test('ids stay unique, whatever is done', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(randomCommand, { maxLength: 60 }), (start, commands) => {
      const session = new EditingSession(start, clock());
      for (const numbers of commands) {
        const { command, run } = commandFrom(numbers, session.document);
        session.run({ id: command.id, run: (document) => run(document) }, undefined);
      }
      const { steps } = session.document.form;
      const sections = steps.flatMap((step) => step.sections);
      const fields = sections.flatMap((section) => section.fields);
      const all = fields.flatMap((field) => [field, ...(field.type === 'group' ? field.fields : [])]);
      for (const ids of [steps, sections, all].map((list) => list.map(({ id }) => id)))
        assert.equal(new Set(ids).size, ids.length, ids.join());
    }),
    { numRuns: 60 },
  );
});
