import { isIsoDate } from '../../taiwan/calendar.ts';
import { problem, type DefinitionProblem } from '../problem.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { formatted, say, within } from './parts.ts';

/** Entered as ROC year, month, day; the answer is ISO `YYYY-MM-DD`. */
export interface RocDateField extends FieldBase {
  readonly type: 'roc-date';
  readonly earliest?: string;
  readonly latest?: string | 'today';
}

const isoDay = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

function check({ earliest, latest }: RocDateField, path: string): readonly DefinitionProblem[] {
  const unreal = (name: string, date: string | undefined): DefinitionProblem[] =>
    date === undefined || date === 'today' || isIsoDate(date)
      ? []
      : [problem(`${path}/${name}`, 'date', `「${date}」不是真實的日期。`, `"${date}" is no real date.`)];
  const order =
    earliest !== undefined && latest !== undefined && latest !== 'today' && earliest > latest
      ? [problem(`${path}/earliest`, 'range', '最早日期比最晚日期還晚，請修改。', 'earliest is later than latest.')]
      : [];
  return [...unreal('earliest', earliest), ...unreal('latest', latest), ...order];
}

export const rocDate: FieldKind<RocDateField> = {
  type: 'roc-date',
  name: say('日期', 'Date'),
  settings: {
    earliest: { is: isoDay, word: say('最早日期', 'earliest date') },
    latest: { is: { anyOf: [{ const: 'today' }, isoDay] }, word: say('最晚日期', 'latest date') },
  },
  fresh: {},
  takes: ['date'],
  panel: [
    { control: 'text', key: 'earliest', name: say('最早日期', 'Earliest date') },
    {
      control: 'tick',
      key: 'latest',
      value: 'today',
      name: say('不能晚於填寫當天', 'Not later than the day of filling in'),
    },
    {
      control: 'text',
      key: 'latest',
      name: say('最晚日期', 'Latest date'),
      shown: ({ latest }) => latest !== 'today',
    },
  ],
  autofill: true,
  heard: { rank: 4, words: /日期|生日|出生年月日|\bdate\b/i },
  compared: () => 'date',
  fits: (field, value, today) => {
    const latest = field.latest === 'today' ? today : field.latest;
    return (
      typeof value === 'string' &&
      isIsoDate(value) &&
      (field.earliest === undefined || value >= field.earliest) &&
      (latest === undefined || value <= latest)
    );
  },
};

export const rocDateRules: FieldRules<RocDateField> = {
  answer: ({ earliest, latest }) => ({
    ...formatted('roc-iso-date'),
    ...(earliest === undefined ? {} : { formatMinimum: earliest }),
    ...(latest === undefined || latest === 'today' ? {} : { formatMaximum: latest }),
    ...(latest === 'today' ? { allOf: [{ format: 'not-after-today' }] } : {}),
  }),
  sample: ({ earliest, latest }, { today }) => within('2000-01-01', earliest, latest === 'today' ? today : latest),
  paper: () => [{ label: '民國' }, ' ', { cells: 3 }, ' 年 ', { cells: 2 }, ' 月 ', { cells: 2 }, ' 日'],
  check,
};
