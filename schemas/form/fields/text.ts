import type { Calculation } from '../condition.ts';
import { problem, type DefinitionProblem } from '../problem.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { count, defaultLengths, isLine, lengthFits, line, operation, range, say, textAnswer } from './parts.ts';

/** Answer: one line of text. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The answer is worked out, on both sides; nobody types it. */
  readonly calculate?: Calculation;
}

/** Longer answers than this get a line on paper: nobody counts so many boxes. */
const mostCells = 14;

function readable(path: string, source: string | undefined): DefinitionProblem[] {
  if (source === undefined) return [];
  try {
    new RegExp(`^(?:${source})$`, 'u');
    return [];
  } catch {
    return [
      problem(`${path}/pattern`, 'pattern', '格式規則無法解讀，請檢查。', 'The pattern is no regular expression.'),
    ];
  }
}

export const text: FieldKind<TextField> = {
  type: 'text',
  name: say('單行文字', 'Short text'),
  settings: {
    minLength: { is: count(0), word: say('最少字數', 'least length') },
    maxLength: { is: count(1), word: say('最多字數', 'most length') },
    pattern: {
      is: { type: 'string', minLength: 1, description: 'About the whole value, as in HTML; flag u.' },
      word: say('格式', 'pattern'),
    },
    calculate: { is: operation },
  },
  fresh: {},
  takes: ['text', 'id', 'date'],
  panel: [
    [
      { control: 'number', key: 'minLength', name: say('最少幾個字', 'Least characters') },
      { control: 'number', key: 'maxLength', name: say('最多幾個字', 'Most characters') },
    ],
    { editor: 'format' },
  ],
  autofill: true,
  compared: () => 'words',
  fits: (field, value) =>
    typeof value === 'string' &&
    isLine(value) &&
    lengthFits(value, field, defaultLengths.text) &&
    (field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`, 'u').test(value)),
};

export const textRules: FieldRules<TextField> = {
  answer: (field) => textAnswer(field, line, defaultLengths.text),
  sample: (field, from) => from.text(field),
  paper: (field) => {
    if ('calculate' in field) return [{ hint: '由機關計算，不用填' }];
    const { pattern, maxLength = 99 } = field;
    return [pattern !== undefined && maxLength <= mostCells ? { cells: maxLength } : { line: 'long' }];
  },
  check: ({ minLength, maxLength, pattern }, path) => [
    ...range(path, 'minLength', minLength, 'maxLength', maxLength),
    ...readable(path, pattern),
  ],
};
