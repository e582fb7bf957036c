/**
 * What a reader makes of something typed, pasted, scanned or sent. There is one reader per kind of value (`read-*` functions
 * of this folder), used by every field, page, server, search and normaliser: it reads what a person would read, and says
 * what it changed; or it names the part that cannot be, with the right form beside it. A reader never guesses: where two
 * readings are possible it refuses.
 */
import type { Text } from '../text.ts';
import { plain } from './plain-text.ts';

/**
 * `width`: full-width or compatibility characters · `invisible`: characters that nobody sees · `spacing` · `marks`: dashes,
 * brackets and other separators · `case` · `words`: a unit, a name or a prefix typed along · `calendar`: another calendar ·
 * `numerals`: Chinese numerals.
 */
export type Change = 'width' | 'invisible' | 'spacing' | 'marks' | 'case' | 'words' | 'calendar' | 'numerals';

export interface Read<V> {
  readonly value: V;
  /** Empty where the text stood in its own form already. */
  readonly changed: readonly Change[];
}

export interface Refusal<Part extends string = string> {
  /** What of it cannot be; `whole` where no part can be named. */
  readonly part: Part;
  /** One sentence, without the question's name before it. */
  readonly reason: Text;
  /** The right form. */
  readonly example: string;
}

export type Reading<V, Part extends string = string> = Read<V> | Refusal<Part | 'whole'>;

export const isRead = <V>(reading: Reading<V>): reading is Read<V> => 'value' in reading;

/** The value, or undefined where the text was refused. */
export const valueOf = <V>(reading: Reading<V>): V | undefined => (isRead(reading) ? reading.value : undefined);

/** What lies between what was typed and the tidy text; `more` is what only the reader knows. */
export const read = <V>(typed: string, tidy: string, value: V, more: readonly Change[] = []): Read<V> => {
  const changed = new Set<Change>(more);
  if (typed !== tidy) {
    const visible = typed.replace(/[\p{Cf}\p{DI}]/gu, '');
    if (visible !== typed) changed.add('invisible');
    if (visible.normalize('NFKC').replace(/\s/g, '') !== visible.replace(/\s/g, '')) changed.add('width');
    const text = plain(typed);
    if (/\s/.test(typed) && !tidy.includes(' ')) changed.add('spacing');
    if (text.toUpperCase() === tidy && text !== tidy) changed.add('case');
    else if (/[a-z]/.test(text) && tidy === tidy.toUpperCase()) changed.add('case');
    if (text.replace(/[^\p{P}\p{S}]/gu, '') !== tidy.replace(/[^\p{P}\p{S}]/gu, '')) changed.add('marks');
  }
  return { value, changed: [...changed] };
};

export const refuse = <Part extends string>(
  part: Part,
  chinese: string,
  english: string,
  example: string,
): Refusal<Part> => ({ part, reason: { 'zh-Hant': chinese, en: english }, example });
