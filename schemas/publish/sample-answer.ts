/** A valid answer to a question, as somebody who only wants to get through would give it. */
import { kindsTaken } from '../form/file-kinds.ts';
import type { Field, TextField } from '../form/definition.ts';
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

function textFor({
  pattern,
  minLength = 1,
  maxLength = 200,
}: Pick<TextField, 'pattern' | 'minLength' | 'maxLength'>): string | undefined {
  const fit = (text: string): string => {
    const long = text.length >= minLength ? text : text.padEnd(minLength, text);
    return [...long].slice(0, maxLength).join('');
  };
  if (pattern === undefined) return fit('測試');
  if (patternProblem(pattern)) return undefined;
  const { matches } = linearPattern(pattern);
  const known = knownPattern(pattern);
  return [...(known ? [known.named.example(known.length)] : []), ...candidates].map(fit).find(matches);
}

/** The one nearest to the wanted that lies within. */
const within = <T extends string | number>(wanted: T, low: T | undefined, high: T | undefined): T =>
  low !== undefined && wanted < low ? low : high !== undefined && wanted > high ? high : wanted;

function fileType(accept: readonly string[]): { readonly type: string; readonly name: string } {
  const [first] = kindsTaken(accept);
  return first ? { type: first.type, name: `test${first.endings[0]}` } : { type: accept[0] ?? '', name: 'test.bin' };
}

/** `turn`: of several options the how many-th is taken. Undefined where none can be thought of, or none is needed. */
export function sampleAnswer(field: Field, turn: number, today: string): AnswerValue | undefined {
  switch (field.type) {
    case 'text':
      return textFor(field);
    case 'long-text':
      return textFor({ minLength: field.minLength, maxLength: field.maxLength });
    case 'number': {
      const number = within(1, field.minimum, field.maximum);
      return field.integer ? Math.ceil(number) : number;
    }
    case 'roc-date':
      return within('2000-01-01', field.earliest, field.latest === 'today' ? today : field.latest);
    case 'national-id':
      return 'A123456789';
    case 'phone':
      return '0912345678';
    case 'email':
      return 'test@example.org';
    case 'address':
      return { county: '嘉義縣', town: '太保市', detail: '祥和一路東段1號' };
    case 'choice': {
      const { options } = field;
      if (!options.length) return undefined;
      const first = turn % options.length;
      const chosen = options[first]!.value;
      if (field.as !== 'checkboxes') return chosen;
      const n = Math.min(options.length, Math.max(1, field.minItems ?? 1));
      return Array.from({ length: n }, (_, index) => options[(first + index) % options.length]!.value);
    }
    case 'file': {
      const { type, name } = fileType(field.accept);
      return [{ id: 'test', name, size: Math.min(1000, field.maxBytes), type }];
    }
    case 'bank-account':
      return { institution: '700', account: '12345678901234', holder: '測試' };
    case 'declaration':
      return true;
    default:
      return undefined;
  }
}
