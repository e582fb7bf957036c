/**
 * Rows of a group, part official, part typed: how the two become one list, and what of it is the resident's own.
 * An inner field's official value comes out of that of the whole group (`fields/group/official-in-row.ts`).
 */
import type { GroupField } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';
import { officialInRow } from '../fields/group/official-in-row.ts';
import { rowPath } from '../fields/group/row-path.ts';
import { isFixed } from '../fields/is-fixed.ts';

type Rows = readonly Answers[];

const rowsOf = (value: AnswerValue | undefined): Rows => (Array.isArray(value) ? (value as Rows) : []);

const fixedIn = (
  group: GroupField,
  official: OfficialValue,
  row: number,
): { [field: string]: AnswerValue | undefined } =>
  Object.fromEntries(
    group.fields.flatMap((field) => {
      const inner = officialInRow(official, field, row);
      return isFixed(inner) ? [[field.id, inner.value]] : [];
    }),
  );

/** Official rows first, with what was typed in them; then the typed ones. Undefined when there is no row at all. */
export function mergeRows(
  group: GroupField,
  official: OfficialValue,
  typed: AnswerValue | undefined,
  officialCount: number,
): Rows | undefined {
  const given = rowsOf(official.value).slice(0, officialCount);
  const own = rowsOf(typed);
  const length = official.policy === 'locked' || !own.length ? Math.max(given.length, own.length) : own.length;
  const rows = Array.from({ length }, (_, index) =>
    index < given.length && own[index]
      ? { ...given[index], ...own[index], ...fixedIn(group, official, index) }
      : (given[index] ?? own[index] ?? {}),
  );
  return rows.length ? rows : undefined;
}

/** The rows without the official values that nobody may type: places are kept, so that row 3 stays the third. */
export const ownRows = (
  group: GroupField,
  official: OfficialValue,
  rows: AnswerValue | undefined,
  officialCount: number,
): Rows =>
  rowsOf(rows).map((row, index) => {
    if (index >= officialCount) return row;
    const fixed = fixedIn(group, official, index);
    return Object.fromEntries(Object.entries(row).filter(([field]) => !(field in fixed)));
  });

/** Paths of the values in official rows that are to be confirmed, of those that these rows hold. */
export const confirmable = (
  group: GroupField,
  official: OfficialValue,
  rows: AnswerValue | undefined,
  officialCount: number,
): readonly string[] =>
  rowsOf(rows)
    .slice(0, officialCount)
    .flatMap((row, index) =>
      group.fields
        .filter((field) => officialInRow(official, field, index)?.policy === 'confirm' && row[field.id] !== undefined)
        .map((field) => rowPath(group.id, index, field.id)),
    );

/** The rows as they are asked: without the values that are still to be confirmed. */
export const askedRows = (
  group: GroupField,
  official: OfficialValue,
  rows: AnswerValue | undefined,
  officialCount: number,
  confirmed: ReadonlySet<string>,
): AnswerValue | undefined => {
  const open = new Set(confirmable(group, official, rows, officialCount).filter((path) => !confirmed.has(path)));
  if (!open.size) return rows;
  return rowsOf(rows).map((row, index) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => !open.has(rowPath(group.id, index, id)))),
  ) as readonly AnswerValue[];
};
