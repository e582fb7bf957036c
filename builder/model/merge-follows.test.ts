/** Whatever two designers do: ids are unique, and each rule speaks of the question that it was written for, or is told of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkDefinition } from '#schemas/form/check-definition.ts';
import type { FieldType } from '#schemas/form/definition.ts';
import { addQuestion } from '../commands/add-question.ts';
import { addSection, addStep } from '../commands/add-part.ts';
import { move } from '../commands/move.ts';
import { duplicate } from '../commands/paste.ts';
import { rename } from '../commands/rename.ts';
import { setProperty } from '../commands/set-property.ts';
import { noDocument } from '../testing/documents.ts';
import { isRefusal, type Command } from './command.ts';
import type { BuilderDocument } from './document.ts';
import { lastId } from './ids.ts';
import { groupOf, kindOf, partsOf, type Ref } from './locate.ts';
import { mergeDocuments } from './merge.ts';
import { commonGround } from './merge/common-ground.ts';
import { fieldsNamed } from './references.ts';
import { EditingSession } from './session.ts';

type Step = readonly [what: number, a: number, b: number, c: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(8), fc.nat(50), fc.nat(50), fc.nat(8));
const steps = fc.array(step, { minLength: 1, maxLength: 10 });
const types: readonly FieldType[] = ['text', 'group', 'choice', 'number'];

/** Every question gets words of its own, so that it is known again under any id. */
function edited(document: BuilderDocument, who: string, list: readonly Step[]): BuilderDocument {
  const session = new EditingSession(document, { now: () => new Date('2026-11-23T01:00:00Z') });
  const run = <Args>(command: Command<Args>, args: Args): boolean => !isRefusal(session.run(command, args));
  const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
  list.forEach(([what, a, b, c], turn) => {
    const parts = [...partsOf(session.document).values()];
    const holders = parts.flatMap(({ ref, part }) => ('fields' in part ? [ref] : []));
    const fields = parts.flatMap(({ ref }) => (kindOf(ref) === 'field' ? [ref] : []));
    const to = { parent: pick(holders, a), index: b % 4 };
    const name = { 'zh-Hant': `${who}${turn}`, en: '' };
    if (what < 3) {
      const [made] = run(addQuestion, { type: pick(types, c), to }) ? session.selected : [];
      if (made && kindOf(made) === 'field') run(setProperty, { of: made, key: 'label', value: name });
    } else if (what === 3) run(addSection, { step: pick(parts, a).ref, index: 0 });
    else if (what === 4) run(addStep, { index: b % 3 });
    else if (!fields.length) return;
    else if (what === 5) run(move, { refs: [pick(fields, b)], to });
    else if (what === 6) run(rename, { ref: pick(fields, b), id: pick(['phone', 'birth', 'a'], c) });
    else if (what === 7) {
      const [made] = run(duplicate, { refs: [pick(fields, b)] }) ? session.selected : [];
      if (made && kindOf(made) === 'field') run(setProperty, { of: made, key: 'label', value: name });
    } else
      run(setProperty, {
        of: pick(fields, a),
        key: 'show',
        value: { '!!': { var: lastId(pick(fields, b) as Ref) } },
      });
  });
  return session.document;
}

/** Words of a question → words of the question of its level that its rule speaks of. */
function speaking(document: BuilderDocument): ReadonlyMap<string, string> {
  const parts = [...partsOf(document).values()];
  const found = new Map<string, string>();
  for (const { ref, part } of parts) {
    if (!('label' in part) || !part.show) continue;
    const [id] = fieldsNamed(part.show);
    const meant = parts.find(
      (one) => kindOf(one.ref) === 'field' && groupOf(one.ref) === groupOf(ref) && lastId(one.ref) === id,
    )?.part;
    if (meant && 'label' in meant) found.set(part.label['zh-Hant'], meant.label['zh-Hant']);
  }
  return found;
}

for (const known of [true, false])
  test(`two designers' new questions, ${known ? 'from what both began with' : 'where nobody knows what that was'}`, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), steps, steps, (before, one, other) => {
        const base = edited(noDocument, '原', before);
        const mine = edited(base, '甲', one);
        const theirs = edited(base, '乙', other);
        const from = known ? base : commonGround(mine, theirs);
        const first = mergeDocuments(from, mine, theirs);
        for (const choice of ['mine', 'theirs', 'both'] as const) {
          const choices = Object.fromEntries(first.conflicts.map(({ id }) => [id, choice]));
          const merge = mergeDocuments(from, mine, theirs, choices);
          const twice = checkDefinition(merge.document.form, Infinity).filter(({ code }) => code === 'duplicate-id');
          assert.deepEqual(twice, []);
          const asked = new Set(merge.conflicts.map(({ place }) => place));
          const now = speaking(merge.document);
          if (!known || merge.dropped.length || asked.size) continue;
          for (const side of [mine, theirs])
            for (const [speaker, meant] of speaking(side)) {
              const old = [speaking(base), speaking(mine), speaking(theirs)].map((map) => map.get(speaker));
              assert.ok(now.get(speaker) === meant || old.includes(now.get(speaker)), `${speaker} → ${meant}`);
            }
        }
      }),
      { numRuns: 100 },
    );
  });
