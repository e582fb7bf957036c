/** Sizes as an operator writes them: `files=5GB,drafts=500MB`. */
import type { Sizes } from './space.ts';

const units: Readonly<Record<string, number>> = { kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** → bytes; undefined: not a size */
export function readSize(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?)(kB|MB|GB|TB)$/.exec(text.trim()) ?? [];
  return number === undefined ? undefined : Math.round(Number(number) * units[unit!]!);
}

/** @throws Error what is wrong; kinds that are not named keep their default */
export function readSizes<Kind extends string>(text: string | undefined, defaults: Sizes<Kind>): Sizes<Kind> {
  const given = (text ?? '').split(',').flatMap((one) => one.trim() || []);
  const read = given.map((one) => {
    const [kind = '', size = ''] = one.split('=').map((part) => part.trim());
    const bytes = readSize(size);
    if (!Object.hasOwn(defaults, kind) || bytes === undefined)
      throw new Error(
        `must be like ${Object.keys(defaults)[0]}=500MB, of ${Object.keys(defaults).join(', ')}; not "${one}"`,
      );
    return [kind, bytes] as const;
  });
  return { ...defaults, ...Object.fromEntries(read) };
}
