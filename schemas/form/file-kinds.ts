/**
 * The kinds of files that a form can take: one list for the builder, the page, the server and the checks before publishing.
 * Owns what a kind is called and how it is known; limits of size and number are the field's.
 *
 * HEIC is none of them (docs/decisions/2026-11-28-no-heic.md). Forms that name it take the JPEG that a phone makes of it.
 */

export interface FileKind {
  readonly type: string;
  readonly name: string;
  /** The usual one first. */
  readonly endings: readonly string[];
  /** Its first bytes. */
  readonly begins: readonly number[];
}

export const fileKinds: readonly FileKind[] = [
  { type: 'application/pdf', name: 'PDF', endings: ['.pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', name: 'JPG', endings: ['.jpg', '.jpeg', '.jpe', '.jfif'], begins: [0xff, 0xd8, 0xff] },
  { type: 'image/png', name: 'PNG', endings: ['.png'], begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

export const mostBytes = 50 * 1024 * 1024;
export const mostFiles = 20;

/** Other names of the same kinds, as browsers and people write them. */
const alias: { readonly [type: string]: string | undefined } = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'application/x-pdf': 'application/pdf',
};
const heic = /^image\/hei[cf](-sequence)?$|^\.hei[cf]$/;
/** What a browser says that knows nothing of the file. */
const unknown = /^$|^(application|binary)\/octet-stream$/;

const tidy = (text: string): string => text.replace(/;.*$/, '').trim().toLowerCase();

/** @param rule of `accept`: a media type, a family as `image/*`, an ending as `.pdf` */
const named = ({ type, endings }: FileKind, rule: string): boolean => {
  const wanted = tidy(rule);
  if (heic.test(wanted)) return type === 'image/jpeg';
  if (wanted.startsWith('.')) return endings.includes(wanted);
  return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : (alias[wanted] ?? wanted) === type;
};

/** What of the list a field takes, whatever else it names. */
export const kindsTaken = (accept: readonly string[]): readonly FileKind[] =>
  fileKinds.filter((kind) => accept.some((rule) => named(kind, rule)));

/** What a field names and nobody can take. */
export const kindsRefused = (accept: readonly string[]): readonly string[] =>
  accept.filter((rule) => heic.test(tidy(rule)) || !fileKinds.some((kind) => named(kind, rule)));

interface NamedFile {
  readonly name: string;
  readonly type: string;
}

const endsWith = (name: string, ending: string): boolean => name.trim().toLowerCase().endsWith(ending);

/** By what the browser says of a file; where that is nothing, by its ending. The bytes decide, at the server. */
export function kindOf({ name, type }: NamedFile): FileKind | 'heic' | undefined {
  const said = tidy(type);
  if (unknown.test(said))
    return /\.hei[cf]$/i.test(name.trim())
      ? 'heic'
      : fileKinds.find(({ endings }) => endings.some((ending) => endsWith(name, ending)));
  return heic.test(said) ? 'heic' : fileKinds.find((kind) => (alias[said] ?? said) === kind.type);
}

/** ISO/IEC 14496-12: the brand of a file behind its length and `ftyp`. */
const brands = /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/;

/** What a file is by its first bytes: neither its name nor the browser's word is believed. */
export function kindOfBytes(bytes: Uint8Array): FileKind | 'heic' | undefined {
  const text = (from: number): string => String.fromCharCode(...bytes.subarray(from, from + 4));
  if (text(4) === 'ftyp' && brands.test(text(8))) return 'heic';
  return fileKinds.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
}
