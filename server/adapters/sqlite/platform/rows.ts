export type WithoutNulls<Row> = {
  [Key in keyof Row]: null extends Row[Key] ? Exclude<Row[Key], null> | undefined : Row[Key];
};

/** SQL's NULL is the domain's absent. */
export function tidy<Row extends object>(row: Row | undefined): WithoutNulls<Row> | undefined {
  return row && (Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<Row>);
}

/** The same of many, in their order. */
export const tidyAll = <Row extends object>(rows: readonly Row[]): WithoutNulls<Row>[] =>
  rows.flatMap((row) => tidy(row) ?? []);
