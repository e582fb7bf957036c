/** One note beside the official values of a row, kept as a claim of each value that it is about. Pure. */
import type { Claim } from '../claim.ts';

/** By path, e.g. `members[2].name`. */
export type RowClaims = { readonly [path: string]: Claim | undefined };

/** What is said of these values: one text, unless the claims were made apart. */
export const noteOf = (claims: RowClaims | undefined, paths: readonly string[]): string =>
  [...new Set(paths.map((path) => claims?.[path]?.text).filter(Boolean))].join('；');

/** What becomes of the claims when `ticked` values are said to be wrong: only those that differ from before. */
export const claimsAfter = (
  claims: RowClaims | undefined,
  paths: readonly string[],
  ticked: ReadonlySet<string>,
  text: string,
): RowClaims =>
  Object.fromEntries(
    paths
      .map((path): [string, Claim | undefined] => [path, ticked.has(path) ? { kind: 'wrong', text } : undefined])
      .filter(([path, claim]) => claims?.[path]?.text !== claim?.text),
  );
