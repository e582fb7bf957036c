/** A row as the port has it: a column that is NULL is absent. */
export const optional = <Row extends object>(row: Row): { [Key in keyof Row]: Exclude<Row[Key], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;
