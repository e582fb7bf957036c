/** Generators for conditions of the grammar and typed answers to them: `reason` choice, `age` number, `day` date, `aids` checkboxes, `agreed` declaration. */
import fc from 'fast-check';
import type { Condition } from '../definition.ts';
import type { Answers } from '../answers.ts';

const reasons = ['death', 'illness', 'other'] as const;
const day = fc.integer({ min: 0, max: 400 }).map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));

export const someAnswers: fc.Arbitrary<Answers> = fc.record(
  {
    reason: fc.constantFrom(...reasons),
    age: fc.integer({ min: -3, max: 120 }),
    day,
    aids: fc.subarray(['cane', 'bed', 'chair']),
    agreed: fc.constant(true),
  },
  { requiredKeys: [] },
);

const variable = (field: string): Condition => ({ var: field });
const either = (operators: readonly string[], field: string, literal: fc.Arbitrary<unknown>): fc.Arbitrary<Condition> =>
  fc
    .tuple(fc.constantFrom(...operators), literal, fc.boolean())
    .map(([operator, value, swap]) => ({ [operator]: swap ? [value, variable(field)] : [variable(field), value] }));

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  either(['==', '!='], 'reason', fc.constantFrom(...reasons)),
  either(['==', '!=', '<', '<=', '>', '>='], 'age', fc.integer({ min: -3, max: 120 })),
  either(['==', '!=', '<', '<=', '>', '>='], 'day', day),
  either(['==', '!='], 'agreed', fc.constant(true)),
  fc.subarray([...reasons], { minLength: 1 }).map((list) => ({ in: [variable('reason'), list] })),
  fc.constantFrom('cane', 'bed').map((aid) => ({ in: [aid, variable('aids')] })),
  fc
    .constantFrom('reason', 'age', 'day', 'aids', 'agreed')
    .chain((field) =>
      fc.constantFrom<Condition>(
        { '!!': variable(field) },
        { '!!': [variable(field)] },
        { '!': variable(field) },
        variable(field),
      ),
    ),
);

export const someCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => ({ and: parts })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => ({ or: parts })),
    tie('condition').map((part) => ({ '!': [part] })),
  ),
})).condition;
