/** What a file is by its first bytes: neither its name nor the browser's word is believed. */
const signatures: readonly { readonly type: string; readonly begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

const extensions: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
};

export const sniffType = (bytes: Uint8Array): string | undefined =>
  signatures.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))?.type;

/** @param accept as in a form's file field: media types, `image/*`, or endings such as `.pdf` */
export function isAccepted(type: string, accept: readonly string[]): boolean {
  return accept.some((wanted) => {
    const text = wanted.trim().toLowerCase();
    if (text.startsWith('.')) return extensions[type]?.includes(text) ?? false;
    return text === type || (text.endsWith('/*') && type.startsWith(text.slice(0, -1)));
  });
}

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
  const endings = extensions[type] ?? [];
  const ending = endings.find((known) => clean.toLowerCase().endsWith(known)) ?? endings[0] ?? '';
  const stem = clean.toLowerCase().endsWith(ending) ? clean.slice(0, clean.length - ending.length) : clean;
  return (
    ([...stem]
      .slice(0, longest - ending.length)
      .join('')
      .trim() || '附件') + ending
  );
}
