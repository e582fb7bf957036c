import type { RowFill } from '../../mapping/types.ts';
import { isBlank } from '../../publish/blank.ts';
import type { Text } from '../../text.ts';
import { problem, type DefinitionProblem } from '../problem.ts';
import type { FieldKind, FieldRules, TypedField } from './kind.ts';
import { count, range, say, text } from './parts.ts';

/** Repeating rows (household members, land parcels …). Answer: array of objects keyed by the inner fields' ids. */
export interface GroupOf<Inner extends TypedField> extends TypedField {
  readonly type: 'group';
  readonly rowTitle: Text;
  readonly minRows?: number;
  readonly maxRows: number;
  readonly rows?: RowFill;
  /** Inner fields: those that do not stand `outside`. Their `fill.from[].path` is relative to the row. */
  readonly fields: readonly Inner[];
}

type Check<Inner> = (field: Inner, path: string) => readonly DefinitionProblem[];

/** `outside`: of types that stand outside of groups. */
function check<Inner extends TypedField>(
  field: GroupOf<Inner>,
  path: string,
  checkInner: Check<Inner>,
  outside: (type: Inner['type']) => boolean,
): readonly DefinitionProblem[] {
  const inner = field.fields.flatMap((child, index) => {
    const childPath = `${path}/fields/${index}`;
    const here: DefinitionProblem[] = [];
    if (outside(child.type))
      here.push(
        problem(
          `${childPath}/type`,
          'nested-group',
          '群組裡不能再放群組、檔案或佐證文件。',
          'No group, file or evidence inside a group.',
        ),
      );
    if (child.fill && !field.rows)
      here.push(
        problem(
          `${childPath}/fill`,
          'rows',
          '請先設定群組的資料列來源。',
          'Inner fields are filled from rows; the group has none.',
        ),
      );
    if (child.fill?.policy === 'compare')
      here.push(
        problem(`${childPath}/fill/policy`, 'compare-inside', '群組裡不能使用「比對」。', 'No compare inside a group.'),
      );
    return [...here, ...checkInner(child, childPath)];
  });
  return [...range(path, 'minRows', field.minRows, 'maxRows', field.maxRows), ...inner];
}

export const groupOf = <Inner extends TypedField>(): FieldKind<GroupOf<Inner>> => ({
  type: 'group',
  name: say('重複群組', 'Repeating group'),
  settings: {
    rowTitle: { is: text, word: say('每一筆的名稱', 'name of a row'), needed: true },
    minRows: { is: count(0), word: say('最少筆數', 'least rows') },
    maxRows: { is: count(1, 50), word: say('最多筆數', 'most rows'), needed: true },
    rows: { is: { $ref: '#/$defs/rowFill' } },
    fields: { is: { type: 'array', minItems: 1, items: { $ref: '#/$defs/innerField' } }, needed: true },
  },
  fresh: { rowTitle: say('資料', 'Entry'), maxRows: 10, fields: [] },
  takes: [],
  panel: [
    { control: 'both', key: 'rowTitle', name: say('每一筆叫什麼', 'What one row is called') },
    [
      { control: 'number', key: 'minRows', name: say('至少幾筆', 'Least rows') },
      { control: 'number', key: 'maxRows', name: say('最多幾筆', 'Most rows'), least: 1 },
    ],
  ],
  outside: true,
  own: true,
  compared: () => 'answered',
});

export const groupRules = <Inner extends TypedField>(
  outside: (type: Inner['type']) => boolean,
): FieldRules<GroupOf<Inner>, Inner> => ({
  answer: ({ minRows, maxRows, fields }, rows) => ({
    type: 'array',
    minItems: Math.max(1, minRows ?? 1),
    maxItems: maxRows,
    items: rows(fields),
  }),
  // Row by row: `publish/try-form.ts`.
  sample: () => undefined,
  paper: () => [],
  check: (field, path, checkInner) => check(field, path, checkInner, outside),
  gaps: ({ rowTitle }) =>
    isBlank(rowTitle['zh-Hant'])
      ? [
          {
            code: 'row-title',
            key: 'rowTitle',
            text: say('{name}的每一筆還沒有名稱。', 'The rows of {name} have no name yet.'),
          },
        ]
      : [],
});
