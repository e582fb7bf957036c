import { problem, type DefinitionProblem } from '../problem.ts';
import type { FieldBase, FieldKind, FieldRules } from './kind.ts';
import { say, within } from './parts.ts';

/** A time of day. Answer: `HH:MM` of 24 hours. */
export interface TimeField extends FieldBase {
  readonly type: 'time';
  readonly earliest?: string;
  readonly latest?: string;
}

const shape = { type: 'string', pattern: '^(?:[01]\\d|2[0-3]):[0-5]\\d$' };

const check = ({ earliest, latest }: TimeField, path: string): readonly DefinitionProblem[] =>
  earliest !== undefined && latest !== undefined && earliest > latest
    ? [problem(`${path}/earliest`, 'range', '最早時間比最晚時間還晚，請修改。', 'earliest is later than latest.')]
    : [];

export const time: FieldKind<TimeField> = {
  type: 'time',
  name: say('時間', 'Time'),
  settings: {
    earliest: { is: shape, word: say('最早時間', 'earliest time') },
    latest: { is: shape, word: say('最晚時間', 'latest time') },
  },
  fresh: {},
  takes: [],
  panel: [
    [
      { control: 'text', key: 'earliest', name: say('最早時間（例如 08:30）', 'Earliest time, like 08:30') },
      { control: 'text', key: 'latest', name: say('最晚時間（例如 17:00）', 'Latest time, like 17:00') },
    ],
  ],
  heard: { rank: 11, words: /幾點|時刻|time of day/i },
  compared: () => 'words',
};

export const timeRules: FieldRules<TimeField> = {
  // Times of one length compare as text, as ISO dates do.
  answer: ({ earliest, latest }) => ({
    ...shape,
    ...(earliest === undefined ? {} : { formatMinimum: earliest }),
    ...(latest === undefined ? {} : { formatMaximum: latest }),
  }),
  sample: ({ earliest, latest }) => within('09:00', earliest, latest),
  paper: () => [{ cells: 2 }, ' 時 ', { cells: 2 }, ' 分（24 小時制）'],
  check,
};
