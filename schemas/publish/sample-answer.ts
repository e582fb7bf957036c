/** A valid answer to a question, as somebody who only wants to get through would give it. */
import type { Field } from '../form/fields/index.ts';
import { fieldRules } from '../form/fields/rules.ts';
import type { SampleFrom } from '../form/fields/kind.ts';
import type { AnswerValue } from '../form/answers.ts';
import { knownPattern } from '../form/named-patterns.ts';
import { linearPattern, patternProblem } from '../patterns/linear.ts';

const candidates = [
  '測試',
  '嘉義縣太保市祥和一路東段1號',
  'A',
  'ABC',
  'ABC-1234',
  '12345678',
  '1',
  '0',
  'Q100001029',
  'https://example.org',
  'test@example.org',
  ...Array.from({ length: 14 }, (_, n) => '1234567890123456'.slice(0, n + 2)),
  'AB12345678',
  '01-1234-5678',
];

const textFor: SampleFrom['text'] = ({ pattern, minLength = 1, maxLength = 200 }) => {
  const fit = (text: string): string => {
    const long = text.length >= minLength ? text : text.padEnd(minLength, text);
    return [...long].slice(0, maxLength).join('');
  };
  if (pattern === undefined) return fit('測試');
  if (patternProblem(pattern)) return undefined;
  const { matches } = linearPattern(pattern);
  const known = knownPattern(pattern);
  return [...(known ? [known.named.example(known.length)] : []), ...candidates].map(fit).find(matches);
};

/** `turn`: of several options the how many-th is taken. Undefined where none can be thought of, or none is needed. */
export const sampleAnswer = (field: Field, turn: number, today: string): AnswerValue | undefined =>
  fieldRules(field.type).sample(field, { turn, today, text: textFor });
