/**
 * Which file of a package is the dataset's payload, and its text. A package may hold several files: the one named after
 * the dataset comes first, then the first of the right kind; all others are documents, kept or shown but not read.
 */
import type { PackageFile } from './inner-zip.ts';

export type PayloadMedia = 'json' | 'csv';

/** undefined: the package holds documents only. */
export function payloadFile(
  files: readonly PackageFile[],
  resourceId: string,
  media: PayloadMedia,
): PackageFile | undefined {
  const ending = `.${media}`;
  const named = `${resourceId}${ending}`.toLowerCase();
  return (
    files.find(({ name }) => name.toLowerCase() === named) ??
    files.find(({ name }) => name.toLowerCase().endsWith(ending))
  );
}

/**
 * → parsed JSON, or the text of a CSV. Spreadsheets of the agencies also come in Big5; JSON is UTF-8 by its standard.
 * Throws a TypeError or SyntaxError where the bytes are neither.
 */
export function payloadOf({ bytes }: PackageFile, media: PayloadMedia): unknown {
  if (media === 'json') return JSON.parse(decoded(bytes, 'utf-8'));
  try {
    return decoded(bytes, 'utf-8');
  } catch {
    const text = decoded(bytes, 'big5');
    // Not every build of the decoder stops at what is no Big5.
    if (/[\uFFFD\uE000-\uF8FF]/.test(text)) throw new TypeError('the text is neither UTF-8 nor Big5');
    return text;
  }
}

const decoded = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);
