/** How far a test clock is ahead, and what it shows, for people. */
const units = [
  ['天', 86_400],
  ['小時', 3_600],
  ['分鐘', 60],
  ['秒', 1],
] as const;

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
export const testTime = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
