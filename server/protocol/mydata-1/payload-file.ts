/**
 * Which file of a package is the dataset's payload, and its text. A package may hold several files: the one named after
 * the dataset comes first, then the first of the right kind; all others are documents, kept or shown but not read.
 */
import type { PackageFile } from './inner-zip.ts';
import { big5Text, unicodeText } from './payload-text.ts';

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
 * → parsed JSON, or the text of a CSV. Spreadsheets of the agencies also come in Big5; JSON is Unicode by its standard.
 * Throws a TypeError or SyntaxError where the bytes are neither.
 */
export function payloadOf({ bytes }: PackageFile, media: PayloadMedia): unknown {
  if (media === 'json') return JSON.parse(unicodeText(bytes));
  try {
    return unicodeText(bytes);
  } catch {
    return big5Text(bytes);
  }
}
