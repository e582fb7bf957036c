/**
 * Code 128 (ISO/IEC 15417): ASCII text → bars. Owns the choice of the shortest mix of code sets A, B and C, the check
 * character and the table of patterns; drawing is others'. Function characters are not written: a serial needs none.
 */
import { BarcodeTextError, type Bars } from './bars.ts';

/** Widths of the 106 characters 0 … 105, six digits each (table 1); the stop pattern has seven. */
const patterns =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221' +
  '223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321' +
  '112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131' +
  '311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114' +
  '122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141' +
  '214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const stop = [2, 3, 3, 1, 1, 1, 2];

type Set = 'A' | 'B' | 'C';
const sets: readonly Set[] = ['A', 'B', 'C'];
const startOf = { A: 103, B: 104, C: 105 } as const;
/** Switches until the next one. */
const switchTo = { A: 101, B: 100, C: 99 } as const;
/** For one character, between A and B. */
const shift = 98;

const twoDigits = /^\d\d/;

/** The value of the character at `at` in that set, or -1. */
function valueIn(set: Set, text: string, at: number): number {
  if (set === 'C') return twoDigits.test(text.slice(at, at + 2)) ? Number(text.slice(at, at + 2)) : -1;
  const code = text.charCodeAt(at);
  if (set === 'B') return code >= 32 && code < 128 ? code - 32 : -1;
  return code < 32 ? code + 64 : code < 96 ? code - 32 : -1;
}

/** The shortest way to write the rest of the text while a set is in force. */
interface Way {
  readonly length: number;
  readonly values: readonly number[];
}

const shorter = (one: Way | undefined, other: Way): Way => (one && one.length <= other.length ? one : other);

/**
 * Start, data and check characters; without the stop.
 * Walks from the end: for each place and set the fewest characters that write what remains.
 */
export function code128Values(text: string): readonly number[] {
  const done: Way = { length: 0, values: [] };
  let next: Partial<Record<Set, Way>> = { A: done, B: done, C: done };
  let afterNext: Partial<Record<Set, Way>> = {};
  for (let at = text.length - 1; at >= 0; at--) {
    const here: Partial<Record<Set, Way>> = {};
    const write = (set: Set, values: readonly number[], rest: Way | undefined): void => {
      if (!rest) return;
      here[set] = shorter(here[set], {
        length: values.length + rest.length,
        values: [...values, ...rest.values],
      });
    };
    for (const set of sets) {
      const value = valueIn(set, text, at);
      if (value >= 0) write(set, [value], set === 'C' ? afterNext.C : next[set]);
      const other = set === 'A' ? 'B' : 'A';
      const shifted = valueIn(other, text, at);
      if (set !== 'C' && value < 0 && shifted >= 0) write(set, [shift, shifted], next[set]);
    }
    const direct = { ...here };
    for (const from of sets)
      for (const to of sets) if (to !== from && direct[to]) write(from, [switchTo[to]], direct[to]);
    afterNext = next;
    next = here;
  }
  let best: Way | undefined;
  for (const set of sets) {
    const rest = next[set];
    if (text && rest) best = shorter(best, { length: rest.length, values: [startOf[set], ...rest.values] });
  }
  if (!best) throw new BarcodeTextError('Code 128');
  const { values } = best;
  return [...values, values.reduce((sum, value, place) => sum + value * (place || 1), 0) % 103];
}

/** Throws `BarcodeTextError` for an empty text and for what is not ASCII. */
export function code128(text: string): Bars {
  const widths = code128Values(text).flatMap((value) => [...patterns.slice(value * 6, value * 6 + 6)].map(Number));
  return { widths: [...widths, ...stop], quiet: 10 };
}
