/**
 * Rows of a group that were typed, laid beside the rows that MyData gave. The page saves an official row's own answers by
 * place; places change when another package comes, so each saved row remembers whose it was by a keyed hash.
 */
import type { GroupField } from '#schemas/form/definition.ts';
import type { Answers, AnswerValue } from '#schemas/form/answers.ts';

type Rows = readonly Answers[];

/** The rows of a group's answer; of what is no list, none. */
export const rowsOf = (value: AnswerValue | undefined): Rows => (Array.isArray(value) ? (value as Rows) : []);

/**
 * @param given the official rows · `hashes` of them, in the same order
 * @param typed as saved; the first of them belong to the official rows that `savedFor` names
 * → rows as the page reads them: own answers of official rows in their places, then the resident's own rows
 */
export function rowsBeside(
  group: GroupField,
  given: Rows,
  hashes: readonly string[],
  typed: Rows,
  savedFor: readonly string[],
): Rows {
  const placed: { [id: string]: AnswerValue | undefined }[] = given.map(() => ({}));
  const added: Answers[] = [];
  typed.forEach((row, index) => {
    const hash = savedFor[index];
    // An official row that is there no more takes its answers with it: without the rest they say nothing.
    const place =
      hash === undefined ? given.findIndex((official) => isSamePerson(row, official)) : hashes.indexOf(hash);
    if (place >= 0) Object.assign(placed[place]!, without(row, hash === undefined ? given[place]! : {}));
    else if (hash === undefined) added.push(row);
  });
  const rows = [...placed, ...added.slice(0, Math.max(0, group.maxRows - placed.length))];
  return rows.some((row) => Object.keys(row).length) ? rows : [];
}

/** What was typed before MyData answered: one equal official text or number, and none that differs, makes the row theirs. */
function isSamePerson(row: Answers, official: Answers): boolean {
  const shared = Object.keys(official).filter((key) => row[key] !== undefined);
  return shared.length > 0 && shared.every((key) => row[key] === official[key]);
}

const without = (row: Answers, official: Answers): Answers =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !(key in official)));
