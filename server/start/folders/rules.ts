/** Whether a party may start with what its folders hold. Only an empty place is filled; everything else is whole or refused. */
import type { Manifest } from './manifest.ts';
import type { Place } from './place.ts';
import { partyCommand } from './refused.ts';

export interface Found {
  readonly manifest?: Manifest;
  /** Of the keys' folder, where that is another one. */
  readonly keysManifest?: Manifest;
  readonly marked: boolean;
  readonly database: 'there' | 'missing' | 'damaged';
  /** Secret → fingerprint of what is there. */
  readonly secrets: ReadonlyMap<string, string>;
}

export type Verdict =
  | { readonly may: 'make' | 'adopt' | 'go-on' }
  | { readonly may: 'not'; readonly problems: readonly string[]; readonly back: string };

/**
 * `make`: nothing there yet, or a first start that got no further · `adopt`: whole, from before there was a manifest ·
 * `go-on` · `not`, with what is wrong and the way back. Pure.
 */
export function verdictOn(place: Place, found: Found): Verdict {
  const { manifest, keysManifest } = found;
  const foreign = [manifest, keysManifest].find((one) => one && one.party !== place.label);
  if (foreign)
    return refuse(
      [`${foreign === manifest ? place.data : place.keys} belongs to ${foreign.party}`],
      `Name the folders of ${place.label} in MYDATA_DATA and MYDATA_KEYS.`,
    );
  if (manifest && keysManifest && manifest.id !== keysManifest.id)
    return refuse(
      [`${place.keys} holds the keys of another folder than ${place.data}`],
      'Name the two folders that belong together in MYDATA_DATA and MYDATA_KEYS.',
    );
  const there = place.secrets.filter(({ name }) => found.secrets.has(name));
  if (manifest?.state === 'making') return { may: 'make' };
  const isEmpty = found.database === 'missing' && !there.length && !keysManifest && !found.marked;
  if (isEmpty && (!manifest || manifest.state === 'anew')) return { may: 'make' };
  if (manifest?.state === 'anew')
    return refuse(
      [
        `${place.label} was to begin anew, and something lies in ${place.data}, ${place.keys} or ${place.marks} already`,
      ],
      'Take it out again. What was given up is put back as a whole, with its own folder.json.',
    );
  const problems = [...databaseProblems(place, found), ...keyProblems(place, found)];
  if (!problems.length) return { may: manifest ? 'go-on' : 'adopt' };
  return refuse(problems, wayBack(place));
}

const refuse = (problems: readonly string[], back: string): Verdict => ({ may: 'not', problems, back });

function databaseProblems({ database }: Place, { database: state }: Found): readonly string[] {
  if (state === 'there') return [];
  return state === 'damaged'
    ? [`${database} is no database any more`]
    : [`the database ${database} is missing, and what belongs to it is still here`];
}

function keyProblems({ keys, secrets }: Place, { manifest, secrets: there }: Found): readonly string[] {
  return secrets.flatMap(({ name, witness }) => {
    const known = manifest?.keys[name];
    const now = there.get(name);
    if (now === undefined && witness)
      return known === undefined
        ? []
        : [`${name} is missing in ${keys}: nobody would know the witness by a new one (docs/backup.md)`];
    if (now === undefined) return [`${name} is missing in ${keys}: without it the database can not be read`];
    return known && known !== now ? [`${name} in ${keys} is not the one that the database was written with`] : [];
  });
}

const wayBack = ({ label, data }: Place): string =>
  `No data and no key was changed. Put back what is missing and start again (docs/backup.md); a database from a backup is taken up by \`${partyCommand('restore', label)}\`. ` +
  `To give up what ${data} holds and begin anew: \`${partyCommand('anew', label)}\`.`;
