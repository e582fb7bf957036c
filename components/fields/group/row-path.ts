/** `members[2].name`: how an answer inside a group is named, in errors, claims and official values. */
export const rowPath = (group: string, row: number, field: string): string => `${group}[${row}].${field}`;

export const parseRowPath = (
  path: string,
): { readonly group: string; readonly row: number; readonly field: string } | undefined => {
  const [, group, row, field] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  return group && field ? { group, row: Number(row), field } : undefined;
};
