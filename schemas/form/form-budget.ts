/**
 * How large a definition may be: it is data that people write and that every check, compilation and page walks through.
 * Owns sizes only; whether it makes sense is `check-definition.ts`'s.
 */
import type { Text } from '../text.ts';
import type { FormDefinition } from './definition.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import { allFieldsWithPaths, sectionsOf, stepsOf } from './with-paths.ts';

/** Questions with those inside groups; the largest paper form of a county has some 120. */
export const mostQuestions = 600;
export const mostOptions = 1_000;
/** Operators and operands of one condition or calculation, and how deep they are nested. */
export const mostRuleParts = 200;
export const deepestRule = 16;
/** Of a whole document, as JSON: objects, lists and values; how deep; characters of one text. */
export const mostNodes = 200_000;
export const deepestDocument = 40;
export const longestText = 20_000;

export interface Size {
  readonly nodes: number;
  readonly depth: number;
  readonly longest: number;
}

/** Walks without recursion: what is nested too deep must not exhaust whoever finds it out. Ends as soon as a bound is passed. */
export function sizeOf(root: unknown, most = mostNodes): Size {
  let nodes = 0;
  let depth = 0;
  let longest = 0;
  const open: { readonly value: unknown; readonly level: number }[] = [{ value: root, level: 1 }];
  for (let next = open.pop(); next && nodes <= most; next = open.pop()) {
    const { value, level } = next;
    nodes += 1;
    depth = Math.max(depth, level);
    if (typeof value === 'string') longest = Math.max(longest, value.length);
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) open.push({ value: inner, level: level + 1 });
  }
  return { nodes, depth, longest };
}

/** Of a document as it comes from outside, before anything else looks at it. Undefined: it may be read. */
export function documentOverBudget(document: unknown): Text | undefined {
  const { nodes, depth, longest } = sizeOf(document);
  if (depth > deepestDocument)
    return {
      'zh-Hant': `表單太複雜：層數超過 ${deepestDocument} 層。`,
      en: `Too complex: nested deeper than ${deepestDocument} levels.`,
    };
  if (nodes > mostNodes)
    return {
      'zh-Hant': `表單太複雜：內容超過 ${mostNodes.toLocaleString('en')} 項。請分成幾份表單。`,
      en: `Too complex: more than ${mostNodes.toLocaleString('en')} parts.`,
    };
  return longest > longestText
    ? {
        'zh-Hant': `表單裡有一段文字超過 ${longestText.toLocaleString('en')} 個字。`,
        en: `A text is longer than ${longestText.toLocaleString('en')} characters.`,
      }
    : undefined;
}

export function checkBudget(definition: FormDefinition): readonly DefinitionProblem[] {
  const fields = allFieldsWithPaths(definition);
  const questions =
    fields.length > mostQuestions
      ? [
          problem(
            '/steps',
            'too-many-questions',
            `一份表單最多 ${mostQuestions} 題，這份有 ${fields.length} 題。請分成幾份表單。`,
            `A form has at most ${mostQuestions} questions; this one has ${fields.length}.`,
          ),
        ]
      : [];
  const options = fields.flatMap(({ field, path }) =>
    field.type === 'choice' && field.options.length > mostOptions
      ? [
          problem(
            `${path}/options`,
            'too-many-options',
            `一題最多 ${mostOptions} 個選項，這題有 ${field.options.length} 個。`,
            `A question has at most ${mostOptions} options; this one has ${field.options.length}.`,
          ),
        ]
      : [],
  );
  const rules = [
    ...stepsOf(definition).map(({ value, path }) => [value.show, `${path}/show`] as const),
    ...sectionsOf(definition).map(({ value, path }) => [value.show, `${path}/show`] as const),
    ...(definition.ends ?? []).map(({ when }, index) => [when, `/ends/${index}/when`] as const),
    ...fields.flatMap(({ field, path }) => [
      [field.show, `${path}/show`] as const,
      [field.requiredWhen, `${path}/requiredWhen`] as const,
      ['calculate' in field ? field.calculate : undefined, `${path}/calculate`] as const,
    ]),
  ];
  return [
    ...questions,
    ...options,
    ...rules.flatMap(([rule, path]) => (rule === undefined ? [] : ruleSize(rule, path))),
  ];
}

function ruleSize(rule: unknown, path: string): readonly DefinitionProblem[] {
  const { nodes, depth } = sizeOf(rule, mostRuleParts);
  return nodes <= mostRuleParts && depth <= deepestRule
    ? []
    : [
        problem(
          path,
          'rule-too-complex',
          `這條規則太複雜（最多 ${mostRuleParts} 個部分、${deepestRule} 層）。請分成幾題來問。`,
          `The rule is too complex: at most ${mostRuleParts} parts in ${deepestRule} levels.`,
        ),
      ];
}
