import type { Field } from '#schemas/form/definition.ts';
import type { Answers } from '#schemas/form/answers.ts';
import type { OfficialValue } from '#schemas/mapping/types.ts';

/**
 * The official value of a field inside a row, out of that of the whole group. An inner field without `fill` is the
 * resident's own to answer, and so is one whose value is missing at the source.
 */
export const officialInRow = (group: OfficialValue, field: Field, row: number): OfficialValue | undefined => {
  if (!field.fill) return undefined;
  const value = (group.value as readonly Answers[] | undefined)?.[row]?.[field.id];
  const { policy } = field.fill;
  if (value === undefined && policy !== 'compare') return undefined;
  return { policy, provenance: group.provenance, ...(policy === 'compare' ? {} : { value }) };
};

/** The rows to begin with: official values are answers from the start, but for those that are still to be confirmed. */
export const rowsFrom = (group: OfficialValue, fields: readonly Field[]): readonly Answers[] | undefined => {
  const asked = new Set(fields.filter(({ fill }) => fill?.policy === 'confirm').map(({ id }) => id));
  return (group.value as readonly Answers[] | undefined)?.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => !asked.has(id))),
  );
};
