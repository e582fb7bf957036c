/** Rules within one field, and between a group and its inner fields. */
import { isIsoDate } from '../taiwan/calendar.ts';

import type { ChoiceField, Field, GroupField, RocDateField } from './definition.ts';
import { problem, type DefinitionProblem } from './problem.ts';

/** Types whose answer is not a value that a dataset could hold, or (`group`) that is filled by `rows`. */
const neverFilled: readonly Field['type'][] = ['declaration', 'file', 'evidence', 'group'];
const neverInside: readonly Field['type'][] = ['group', 'file', 'evidence'];

export function checkField(field: Field, path: string): readonly DefinitionProblem[] {
  const fill =
    field.fill && neverFilled.includes(field.type)
      ? [
          problem(
            `${path}/fill`,
            'fill-type',
            '這種欄位不能由 MyData 帶入資料。',
            `A ${field.type} field can not be filled.`,
          ),
        ]
      : [];
  const twice =
    field.fill && 'calculate' in field
      ? [
          problem(
            `${path}/calculate`,
            'calculate-filled',
            '這一題已經由 MyData 帶入，不能再用計算的。請移除其中一個。',
            'The field is filled by MyData, so it can not be calculated too.',
          ),
        ]
      : [];
  return [...fill, ...twice, ...ofType(field, path)];
}

function ofType(field: Field, path: string): readonly DefinitionProblem[] {
  switch (field.type) {
    case 'text':
      return [
        ...range(path, 'minLength', field.minLength, 'maxLength', field.maxLength),
        ...pattern(path, field.pattern),
      ];
    case 'long-text':
      return range(path, 'minLength', field.minLength, 'maxLength', field.maxLength);
    case 'number':
      return range(path, 'minimum', field.minimum, 'maximum', field.maximum);
    case 'roc-date':
      return dates(field, path);
    case 'choice':
      return options(field, path);
    case 'group':
      return group(field, path);
    default:
      return [];
  }
}

function range(
  path: string,
  low: string,
  from: number | undefined,
  high: string,
  to: number | undefined,
): DefinitionProblem[] {
  return from === undefined || to === undefined || from <= to
    ? []
    : [problem(`${path}/${low}`, 'range', '下限比上限大，請對調或修改。', `${low} is more than ${high}.`)];
}

function pattern(path: string, source: string | undefined): DefinitionProblem[] {
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

function dates({ earliest, latest }: RocDateField, path: string): DefinitionProblem[] {
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

function options(field: ChoiceField, path: string): DefinitionProblem[] {
  const values = field.options.map(({ value }) => value);
  const repeated = field.options.flatMap(({ value }, index) =>
    values.indexOf(value) === index
      ? []
      : [
          problem(
            `${path}/options/${index}/value`,
            'duplicate-option',
            `選項「${value}」重複了。`,
            `The option "${value}" is there twice.`,
          ),
        ],
  );
  const counted =
    field.as !== 'checkboxes' && (field.minItems !== undefined || field.maxItems !== undefined)
      ? [
          problem(
            `${path}/minItems`,
            'items',
            '只有複選題才能設定項數。',
            'Only checkboxes have minItems and maxItems.',
          ),
        ]
      : range(path, 'minItems', field.minItems, 'maxItems', field.maxItems ?? values.length);
  return [...repeated, ...counted];
}

function group(field: GroupField, path: string): DefinitionProblem[] {
  const inner = field.fields.flatMap((child, index) => {
    const childPath = `${path}/fields/${index}`;
    const here: DefinitionProblem[] = [];
    if (neverInside.includes(child.type)) {
      here.push(
        problem(
          `${childPath}/type`,
          'nested-group',
          '群組裡不能再放群組、檔案或佐證文件。',
          'No group, file or evidence inside a group.',
        ),
      );
    }
    if (child.fill && !field.rows) {
      here.push(
        problem(
          `${childPath}/fill`,
          'rows',
          '請先設定群組的資料列來源。',
          'Inner fields are filled from rows; the group has none.',
        ),
      );
    }
    if (child.fill?.policy === 'compare') {
      here.push(
        problem(`${childPath}/fill/policy`, 'compare-inside', '群組裡不能使用「比對」。', 'No compare inside a group.'),
      );
    }
    return [...here, ...checkField(child, childPath)];
  });
  return [...range(path, 'minRows', field.minRows, 'maxRows', field.maxRows), ...inner];
}
