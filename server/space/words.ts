/** How full it is, for those who run it. */
import type { Level } from './space.ts';

const gigabytes = (bytes: number): string => (bytes / 1e9).toLocaleString('zh-TW', { maximumFractionDigits: 2 });

/** @param name of the kind, in Chinese */
export function levelWords<Kind extends string>({ kind, state, bytes, most }: Level<Kind>, name: string): string {
  if (kind === 'disk')
    return `磁碟只剩 ${gigabytes(bytes)} GB（至少要留 ${gigabytes(most)} GB）。${state === 'full' ? refused : soon}`;
  const percent = Math.floor((bytes / most) * 100);
  return `${name}已用 ${gigabytes(bytes)} GB，上限 ${gigabytes(most)} GB（${percent}%）。${state === 'full' ? refused : soon}`;
}

const refused = '現在不受理新的，已經開始的仍可完成。請清理、加大磁碟，或調高上限。';
const soon = '到 100% 就不再受理新的。請先清理、加大磁碟，或調高上限。';
