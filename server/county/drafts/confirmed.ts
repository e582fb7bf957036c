/**
 * Which `confirm` values the resident has looked at. Kept with the draft as keyed hashes: enough to know the same value
 * again when another package comes, and nothing to read the value from.
 */
import type { AnswerValue } from '#schemas/form/answers.ts';
import type { County } from '../county.ts';
import type { Confirmed, Draft } from './draft.ts';
import { rowsOf } from './rows-beside.ts';
import { stableJson } from '../stable-json.ts';

type Official = Draft['official'];

/** Of these places, those that hold an official value now. */
export function confirmedHashes(county: County, official: Official, places: readonly string[]): Confirmed {
  return Object.fromEntries(
    places.flatMap((place) => {
      const value = officialAt(official, place);
      return value === undefined ? [] : [[place, hashOf(county, place, value)]];
    }),
  );
}

/** Places whose official value is still the one that was confirmed. */
export function stillConfirmed(county: County, { typed, official }: Draft): string[] {
  return Object.entries(typed.confirmed ?? {}).flatMap(([place, hash]) => {
    const value = officialAt(official, place);
    return value !== undefined && hashOf(county, place, value) === hash ? [place] : [];
  });
}

const hashOf = ({ seals }: County, place: string, value: AnswerValue): string =>
  seals.hash('confirmed', stableJson([place, value]));

function officialAt(official: Official, place: string): AnswerValue | undefined {
  const { values = {}, officialRows = {} } = official?.contents ?? {};
  const [, group, row, inner] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(place) ?? [];
  if (group === undefined) return values[place]?.policy === 'confirm' ? values[place].value : undefined;
  const index = Number(row);
  return index < (officialRows[group] ?? 0) ? rowsOf(values[group]?.value)[index]?.[inner!] : undefined;
}
