/** What a column may say beyond its name and kind; each takes a column and gives it back with the mark. */
import type { Column, TextFormat, ValueColumn, WrittenDate, WrittenNumber } from './shape.ts';

/** Not seen in a real payload, in a dataset whose other names are. (A dataset that is assumed as a whole needs no marks.) */
export const assumed = <C extends Column>(column: C): C => ({ ...column, assumed: true });

/** What the value means, for whoever designs a form with it. */
export const about = <C extends Column>(column: C, zh: string, en: string): C => ({
  ...column,
  about: { 'zh-Hant': zh, en },
});

/** How the agency writes a date (default 0690101) or a number (default a JSON number). */
export const written = (column: ValueColumn, style: WrittenDate | WrittenNumber): ValueColumn => ({
  ...column,
  written: style,
});

export const formatted = (column: ValueColumn, format: TextFormat): ValueColumn => ({ ...column, format });

/** Art. 6 of the Personal Data Protection Act; rows with all that they hold. */
export const special = <C extends Column>(column: C): C =>
  column.kind === 'rows'
    ? { ...column, sensitivity: 'special', columns: column.columns.map(special) }
    : { ...column, sensitivity: 'special' };
