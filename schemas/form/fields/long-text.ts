import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { count, defaultLengths, lengthFits, lines, range, say, textAnswer } from './parts.ts';

/** Answer: text of several lines. */
export interface LongTextField extends FieldBase {
  readonly type: 'long-text';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly rows?: number;
}

export const longText: FieldKind<LongTextField> = {
  type: 'long-text',
  name: say('多行文字', 'Long text'),
  settings: {
    minLength: { is: count(0), word: say('最少字數', 'least length') },
    maxLength: { is: count(1), word: say('最多字數', 'most length') },
    rows: { is: count(1, 40) },
  },
  fresh: {},
  takes: ['text', 'id', 'date'],
  panel: [
    [
      { control: 'number', key: 'minLength', name: say('最少幾個字', 'Least characters') },
      { control: 'number', key: 'maxLength', name: say('最多幾個字', 'Most characters') },
      { control: 'number', key: 'rows', name: say('顯示幾行', 'Rows shown') },
    ],
  ],
  heard: { rank: 10, words: /原因|理由|說明|備註|意見|經過|事由|describe|reason/i },
  compared: () => 'words',
  fits: (field, value) =>
    typeof value === 'string' && /\S/.test(value) && lengthFits(value, field, defaultLengths['long-text']),
};

export const longTextRules: FieldRules<LongTextField> = {
  answer: (field) => textAnswer(field, lines, defaultLengths['long-text']),
  sample: ({ minLength, maxLength }, from) => from.text({ minLength, maxLength }),
  paper: ({ rows }) => Array.from({ length: Math.min(rows ?? 4, 8) }, () => ({ line: 'long' }) as const),
  check: ({ minLength, maxLength }, path) => range(path, 'minLength', minLength, 'maxLength', maxLength),
};
