import type { Text } from '../../text.ts';
import type { Calculation } from '../condition.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { operation, range, say, text, within, yes } from './parts.ts';

/** Answer: a number. */
export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: boolean;
  readonly unit?: Text;
  /** The answer is worked out, on both sides; nobody types it. With `integer` it is rounded. */
  readonly calculate?: Calculation;
}

export const number: FieldKind<NumberField> = {
  type: 'number',
  name: say('數字', 'Number'),
  settings: {
    minimum: { is: { type: 'number' }, word: say('最小值', 'minimum') },
    maximum: { is: { type: 'number' }, word: say('最大值', 'maximum') },
    integer: { is: yes, word: say('整數', 'whole numbers') },
    unit: { is: text, word: say('單位', 'unit') },
    calculate: { is: operation },
  },
  fresh: {},
  takes: ['number'],
  panel: [
    [
      { control: 'number', key: 'minimum', name: say('最小值', 'Least') },
      { control: 'number', key: 'maximum', name: say('最大值', 'Most') },
    ],
    { control: 'tick', key: 'integer', name: say('只能填整數', 'Whole numbers only') },
    { control: 'both', key: 'unit', name: say('單位', 'Unit'), optional: true },
  ],
  heard: {
    rank: 9,
    words: /金額|人數|數量|幾[人個口位次年天]|多少|年齡|坪數|\b(number|amount|how many)\b/i,
  },
  compared: () => 'number',
  fits: ({ integer, minimum, maximum }, value) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    (!integer || Number.isInteger(value)) &&
    (minimum === undefined || value >= minimum) &&
    (maximum === undefined || value <= maximum),
};

export const numberRules: FieldRules<NumberField> = {
  answer: ({ integer, minimum, maximum }) => ({
    type: integer ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  }),
  sample: ({ integer, minimum, maximum }) => {
    const near = within(1, minimum, maximum);
    return integer ? Math.ceil(near) : near;
  },
  paper: (field) =>
    'calculate' in field
      ? [{ hint: '由機關計算，不用填' }]
      : [{ line: 'short' }, ' ', field.unit ? field.unit['zh-Hant'] : ''],
  check: ({ minimum, maximum }, path) => range(path, 'minimum', minimum, 'maximum', maximum),
};
