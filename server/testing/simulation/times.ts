/** When things happen: at random, more of them in office hours, few at night (hours of Taiwan). */
import type { Random } from './random.ts';

const hour = 3_600_000;
const offsetHours = 8;

/** Of the busiest hour. */
const share = (at: number): number => {
  const [hours, day] = [(at / hour + offsetHours) % 24, new Date(at + offsetHours * hour).getUTCDay()];
  const weekend = day === 0 || day === 6 ? 0.4 : 1;
  if (hours >= 8 && hours < 17) return weekend;
  return hours >= 7 && hours < 23 ? 0.4 : 0.05;
};

export const isOpen = (at: number): boolean => share(at) === 1;

/** So many moments within. @param fits else another is drawn */
export function momentsIn(
  random: Random,
  count: number,
  { from, to }: { readonly from: number; readonly to: number },
  fits: (at: number) => boolean = (at) => random.often(share(at)),
): readonly number[] {
  const moments: number[] = [];
  while (moments.length < count) {
    const at = from + Math.floor(random.next() * (to - from));
    if (fits(at)) moments.push(at);
  }
  return moments;
}
