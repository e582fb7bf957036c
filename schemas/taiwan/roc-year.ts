/** The year of the Republic is Gregorian − 1911; before 1912 it is 民國前, counted from 1, and there is no year 0. */

/** −1 is 民國前1年. Undefined for 0, which does not exist. */
export const gregorianYear = (roc: number): number | undefined =>
  roc === 0 ? undefined : roc > 0 ? roc + 1911 : roc + 1912;

/** 1911 → −1, 1912 → 1. */
export const rocYear = (gregorian: number): number => (gregorian > 1911 ? gregorian - 1911 : gregorian - 1912);
