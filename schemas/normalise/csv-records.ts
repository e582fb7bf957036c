/**
 * Rows of a CSV payload → records by header name. Files of one dataset differ in where the header row stands and where
 * the data begin: lines above the header, blank lines and subtitles below it, a second table with a header of its own.
 */
import { withoutSpaces } from '../taiwan/plain-text.ts';
import { isMissing } from './missing.ts';
import type { JsonObject, Unwrapped } from './unwrap.ts';

const tidy = (header: string): string => withoutSpaces(header).replaceAll('*', '');

const filled = (row: readonly string[]): readonly string[] => row.filter((cell) => cell.trim() !== '');

/** Header cells as the shape names them; one that it does not know keeps its own text, an empty or repeated one its place. */
const namesOf = (row: readonly string[], known: ReadonlyMap<string, string>): readonly string[] => {
  const names: string[] = [];
  row.forEach((cell, index) => {
    const name = known.get(tidy(cell)) ?? cell.trim();
    names.push(name === '' || names.includes(name) ? `${name}#${index + 1}` : name);
  });
  return names;
};

/** Undefined where no row is a header. Paths count the rows of the text from 0, as if it were an array of rows. */
export const csvRecords = (rows: readonly (readonly string[])[], names: readonly string[]): Unwrapped | undefined => {
  const known = new Map(names.map((name) => [tidy(name), name]));
  // However many columns stand beside them that nobody knows.
  const isHeader = (row: readonly string[]): boolean =>
    row.filter((cell) => known.has(tidy(cell))).length >= Math.min(2, names.length);
  const records: { path: string; value: JsonObject }[] = [];
  const aside: string[] = [];
  let header: readonly string[] | undefined;
  rows.forEach((row, index) => {
    if (filled(row).length === 0) return;
    if (isHeader(row)) {
      header = namesOf(row, known);
      return;
    }
    const entries =
      header &&
      row.flatMap((cell, place) => (cell === '' ? [] : [[header?.[place] ?? `#${place + 1}`, cell] as const]));
    const told = entries?.filter(([name, cell]) => names.includes(name) && !isMissing(cell)).length ?? 0;
    if (!entries || told < Math.min(2, names.length)) aside.push(`$[${index}]`);
    else records.push({ path: `$[${index}]`, value: Object.fromEntries(entries) });
  });
  return header && { records, aside };
};
