import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import type { FormDefinition } from '#schemas/form/definition.ts';
import type { Service } from '#schemas/services/types.ts';
import { commandFrom, randomCommand, type RandomCommand } from '../testing/random-command.ts';
import { asJson, emptyDocument, openDocument, writeDocument, type BuilderDocument } from './document.ts';
import { lastId } from './ids.ts';
import { isList, type Json } from './json.ts';
import { partsOf } from './locate.ts';
import { mergeDocuments } from './merge.ts';
import { EditingSession } from './session.ts';
import { isObject } from '#schemas/json.ts';

const folder = new URL('../../schemas/services/chiayi/', import.meta.url);
const read = (service: string): BuilderDocument => {
  const json = (name: string): unknown => JSON.parse(readFileSync(new URL(`${service}/${name}.json`, folder), 'utf8'));
  const { $schema: _, ...plain } = json('service') as Service & { readonly $schema?: string };
  return { service: plain, form: json('form') as FormDefinition };
};
const documents = [
  emptyDocument('new-service', '嘉義縣', { 'zh-Hant': '嘉義縣社會局', en: 'Social Affairs Bureau' }),
  ...['emergency-relief', 'senior-card', 'long-term-care'].map(read),
].map(openDocument);

function edited(document: BuilderDocument, commands: readonly RandomCommand[]): BuilderDocument {
  const session = new EditingSession(document, { now: () => new Date('2026-11-23T01:00:00Z') });
  for (const numbers of commands) {
    const { command, run } = commandFrom(numbers, session.document);
    session.run({ id: command.id, run: (now) => run(now) }, undefined);
  }
  return session.document;
}

const begun = fc
  .tuple(fc.constantFrom(...documents), fc.array(randomCommand, { maxLength: 15 }))
  .map(([document, commands]) => edited(document, commands));
const some = fc.array(randomCommand, { minLength: 1, maxLength: 12 });
const same = (a: BuilderDocument, b: BuilderDocument): void =>
  assert.equal(writeDocument(openDocument(a)), writeDocument(openDocument(b)));
const runs = { numRuns: 100 };

/** Every text, number … that is somewhere in it. */
function leaves(node: Json | undefined, found = new Map<string, number>()): Map<string, number> {
  if (isList(node)) for (const one of node) leaves(one, found);
  else if (isObject(node)) for (const one of Object.values(node)) leaves(one, found);
  else if (node !== undefined) found.set(JSON.stringify(node), (found.get(JSON.stringify(node)) ?? 0) + 1);
  return found;
}

describe('a merge of any two designers’ work', () => {
  test('with nothing of theirs it is mine; with nothing of mine it is theirs', () => {
    fc.assert(
      fc.property(begun, some, (base, commands) => {
        const changed = edited(base, commands);
        const mine = mergeDocuments(base, changed, base);
        assert.deepEqual(mine.conflicts, []);
        same(mine.document, changed);
        const theirs = mergeDocuments(base, base, changed);
        assert.deepEqual(theirs.conflicts, []);
        same(theirs.document, changed);
      }),
      runs,
    );
  });

  test('the same by both is that', () => {
    fc.assert(
      fc.property(begun, some, (base, commands) => {
        const changed = edited(base, commands);
        same(mergeDocuments(base, changed, openDocument(changed)).document, changed);
      }),
      { numRuns: 30 },
    );
  });

  test('ids stay unique, and what it speaks of is there as far as it was for each', () => {
    fc.assert(
      fc.property(begun, some, some, (base, one, other) => {
        const [mine, theirs] = [edited(base, one), edited(base, other)];
        for (const choice of [undefined, 'mine', 'theirs'] as const) {
          const first = mergeDocuments(base, mine, theirs);
          const choices = Object.fromEntries(first.conflicts.flatMap(({ id }) => (choice ? [[id, choice]] : [])));
          const { document } = mergeDocuments(base, mine, theirs, choices);
          const { form } = document;
          const sections = form.steps.flatMap((step) => step.sections);
          const fields = sections.flatMap((section) => section.fields);
          const all = fields.flatMap((field) => [field, ...(field.type === 'group' ? field.fields : [])]);
          for (const list of [form.steps, sections, all, form.roles, form.ends ?? []]) {
            const ids = list.map(({ id }) => id);
            assert.equal(new Set(ids).size, ids.length, ids.join());
          }
          assert.ok(form.steps.length);
          for (const field of all)
            if (field.type === 'group')
              assert.ok(field.fields.every(({ type }) => !['group', 'file', 'evidence'].includes(type)));
          const problems = (of: BuilderDocument): number =>
            checkDefinition(of.form, Infinity).filter(({ code }) =>
              ['duplicate-id', 'unknown-field', 'unknown-role'].includes(code),
            ).length;
          assert.ok(problems(document) <= problems(mine) + problems(theirs), JSON.stringify(problems(document)));
        }
      }),
      runs,
    );
  });

  test('every leaf that one has changed is in the result, or in a conflict with both', () => {
    fc.assert(
      fc.property(begun, some, some, (base, one, other) => {
        const [mine, theirs] = [edited(base, one), edited(base, other)];
        const merge = mergeDocuments(base, mine, theirs);
        const known = leaves(asJson(merge.document));
        for (const { mine: m, theirs: t } of merge.conflicts) for (const value of [m, t]) leaves(value, known);
        // An id is a handle: another one may stand for it, in what speaks of it too.
        const ids = new Set([base, mine, theirs].flatMap((of) => [...partsOf(of).keys()].map((ref) => lastId(ref))));
        for (const side of [mine, theirs]) {
          const before = leaves(asJson(base));
          for (const [leaf, count] of leaves(asJson(side)))
            if (count > (before.get(leaf) ?? 0) && !ids.has(String(JSON.parse(leaf))))
              assert.ok(known.has(leaf), `${leaf} is lost`);
        }
      }),
      runs,
    );
  });

  test('every new question of both is there', () => {
    fc.assert(
      fc.property(begun, some, some, (base, one, other) => {
        const [mine, theirs] = [edited(base, one), edited(base, other)];
        const merge = mergeDocuments(base, mine, theirs);
        const count = (of: BuilderDocument): number => partsOf(of).size;
        const fresh = (side: BuilderDocument): number =>
          [...partsOf(side).keys()].filter((ref) => !partsOf(base).has(ref)).length;
        const gone = (side: BuilderDocument): number =>
          [...partsOf(base).keys()].filter((ref) => !partsOf(side).has(ref)).length;
        assert.ok(count(merge.document) >= count(base) + fresh(mine) + fresh(theirs) - gone(mine) - gone(theirs));
      }),
      runs,
    );
  });

  test('who was first decides nothing: properties come together the same, and the same is asked', () => {
    const setting = fc
      .tuple(fc.constantFrom(7, 8, 9, 20, 22), randomCommand)
      .map(([which, [, ...more]]) => [which, ...more]);
    fc.assert(
      fc.property(
        begun,
        fc.array(setting, { maxLength: 8 }),
        fc.array(setting, { maxLength: 8 }),
        (base, one, other) => {
          const [a, b] = [edited(base, one), edited(base, other)];
          const [first, second] = [mergeDocuments(base, a, b), mergeDocuments(base, b, a)];
          const asked = ({ conflicts }: typeof first): string[] => conflicts.map(({ id }) => id).sort();
          assert.deepEqual(asked(first), asked(second));
          const turned = Object.fromEntries(asked(first).map((id) => [id, 'mine'] as const));
          same(mergeDocuments(base, a, b, turned).document, second.document);
        },
      ),
      runs,
    );
  });

  test('a conflict has a name, and each choice of it is taken', () => {
    fc.assert(
      fc.property(begun, some, some, (base, one, other) => {
        const [mine, theirs] = [edited(base, one), edited(base, other)];
        const { conflicts } = mergeDocuments(base, mine, theirs);
        assert.equal(new Set(conflicts.map(({ id }) => id)).size, conflicts.length);
        for (const { id, words, choices } of conflicts) {
          assert.ok(words['zh-Hant'] && words.en);
          for (const choice of choices) {
            const again = mergeDocuments(base, mine, theirs, { [id]: choice });
            assert.equal(again.conflicts.find((conflict) => conflict.id === id)?.chosen, choice);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
