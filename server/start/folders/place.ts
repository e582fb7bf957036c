/** Where a party's things lie: three folders with three fates. Data is backed up, keys are kept apart, marks never go back. */
import { join, relative } from 'node:path';
import type { Config } from '../../config.ts';
import type { CountySetting } from '../../counties/setting.ts';

export interface Place {
  readonly kind: 'platform' | 'county' | 'provider';
  /** As on the command line. */
  readonly label: string;
  readonly data: string;
  /** Within `data` unless `MYDATA_KEYS` names another place. */
  readonly keys: string;
  readonly marks: string;
  readonly database: string;
  /** Files of `keys` without which the party is not what it was. */
  readonly secrets: readonly Secret[];
}

interface Secret {
  readonly name: string;
  /** It is written anew now and then, so nothing tells it by its bytes. */
  readonly changes?: true;
  /** Of a witness, not of the database: a folder from before there were witnesses has none yet. */
  readonly witness?: true;
}

const witness: Secret = { name: 'witness.key', changes: true, witness: true };

const secrets = {
  platform: [{ name: 'hash-key' }, { name: 'log-keys.json', changes: true }],
  county: [{ name: 'master.key' }, witness],
  provider: [
    { name: 'ca.key' },
    { name: 'ca.pem' },
    { name: 'record.key' },
    { name: 'resources.json', changes: true },
    witness,
  ],
} as const satisfies Record<string, readonly Secret[]>;

type Folders = Pick<Config, 'dataFolder' | 'keysFolder' | 'marksFolder'>;

/**
 * Paths only: nothing need be there. Without a folder for keys they lie within the data, the platform's in `keys` below
 * it.
 */
export function placeOf(config: Folders, party: 'platform' | 'provider' | Pick<CountySetting, 'label' | 'dataFolder'>) {
  const kind = typeof party === 'string' ? party : 'county';
  const data = typeof party === 'string' ? join(config.dataFolder, party) : party.dataFolder;
  const own = relative(config.dataFolder, data);
  const within = kind === 'platform' ? join(data, 'keys') : data;
  return {
    kind,
    label: typeof party === 'string' ? party : party.label,
    data,
    keys: config.keysFolder === undefined ? within : join(config.keysFolder, own),
    marks: join(config.marksFolder, own),
    database: join(data, `${kind}.db`),
    secrets: secrets[kind],
  } satisfies Place;
}
