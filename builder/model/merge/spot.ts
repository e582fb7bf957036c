/** Where a value lies, and its three states. */
import { wordOf } from '#schemas/publish/property-words.ts';
import type { Text } from '#schemas/text.ts';
import { say } from '../command.ts';
import type { Json } from '../json.ts';
import type { Ledger } from './conflict.ts';

/** Where a value lies. */
export interface Spot {
  readonly id: string;
  readonly place: string;
  readonly property: string;
  /** Its last key. */
  readonly key: string;
  readonly words: Text;
}

export interface Three {
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export function inside(spot: Spot, key: string, words: Text = wordOf(key)): Spot {
  const of = spot.property ? ['：', ': '] : ['的', ': '];
  return {
    id: `${spot.id}/${key}`,
    place: spot.place,
    property: spot.property ? `${spot.property}.${key}` : key,
    key,
    words: say(
      `${spot.words['zh-Hant']}${of[0]}${words['zh-Hant']}`,
      `${spot.words.en}${of[1]}${words.en || words['zh-Hant']}`,
    ),
  };
}

/** How one value of three is made; a list asks it for each of its items. */
export type MergeValue = (ledger: Ledger, spot: Spot, three: Three) => Json | undefined;
