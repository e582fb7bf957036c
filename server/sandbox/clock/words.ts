/** How far a test clock is ahead, and what it shows, for people. */
import { localInTaiwan } from '#schemas/taiwan/calendar.ts';

const units = [
  ['天', 86_400],
  ['小時', 3_600],
  ['分鐘', 60],
  ['秒', 1],
] as const;

/** @param seconds 0 and up → in Chinese, the largest unit first, those of which there are none left out */
export function spanWords(seconds: number): string {
  const parts: string[] = [];
  let left = seconds;
  for (const [unit, size] of units) {
    const count = Math.floor(left / size);
    if (count) parts.push(`${count} ${unit}`);
    left -= count * size;
  }
  return parts.join(' ') || '0 秒';
}

/** In Taiwan. */
export const testTime = (at: Date): string => localInTaiwan(at).replace('T', ' ');
