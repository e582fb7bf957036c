/** Names of files as they may be shown. What a file is, `schemas/form/file-kinds.ts` says. */
import { fileKinds } from '#schemas/form/file-kinds.ts';

const longest = 100;
// Control characters, and those that turn the direction of what follows: a name could look like another one.
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A name fit to be shown: no path, nothing invisible, an ending that fits the type, 100 characters at most. */
export function displayName(name: string, type: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(unsafe, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const endings = fileKinds.find((kind) => kind.type === type)?.endings ?? [];
  const ending = endings.find((known) => clean.toLowerCase().endsWith(known)) ?? endings[0] ?? '';
  const stem = clean.toLowerCase().endsWith(ending) ? clean.slice(0, clean.length - ending.length) : clean;
  return (
    ([...stem]
      .slice(0, longest - ending.length)
      .join('')
      .trim() || '附件') + ending
  );
}
