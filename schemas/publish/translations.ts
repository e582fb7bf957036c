/**
 * Which English was made for which Chinese. A document does not say; so with each draft a digest of the Chinese is kept for
 * every text, taken when its English was last written or confirmed. Where the Chinese has another digest now, the English
 * is stale. A change that is undone is no change.
 */
import type { FormDocument } from './form-document.ts';
import { textsOf } from './texts.ts';

export type Translated = { readonly [key: string]: string };

/** Tells texts apart, nothing more: 53 bits, after cyrb53 (public domain). */
function digestOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of text.normalize('NFC')) {
    const code = letter.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** All of a document that stands as it was meant, e.g. one from a file. */
export const translatedNow = (document: FormDocument): Translated =>
  Object.fromEntries(textsOf(document).map(({ key, text }) => [key, digestOf(text['zh-Hant'])]));

/**
 * After a change: English that is another now was made for the Chinese of now; English that is as it was keeps what it was
 * made for, unless somebody says that it still holds (`confirmed`).
 */
export function translatedAfter(
  before: { readonly document: FormDocument; readonly translated: Translated } | undefined,
  document: FormDocument,
  confirmed: readonly string[] = [],
): Translated {
  if (!before) return translatedNow(document);
  const english = new Map(textsOf(before.document).map(({ key, text }) => [key, text.en]));
  return Object.fromEntries(
    textsOf(document).map(({ key, text }) => {
      const kept = english.get(key) === text.en && !confirmed.includes(key) ? before.translated[key] : undefined;
      return [key, kept ?? digestOf(text['zh-Hant'])];
    }),
  );
}

/** Keys of texts whose Chinese is no longer the one that the English was made for. */
export const staleTexts = (document: FormDocument, translated: Translated): ReadonlySet<string> =>
  new Set(
    textsOf(document)
      .filter(
        ({ key, text }) => text.en && translated[key] !== undefined && translated[key] !== digestOf(text['zh-Hant']),
      )
      .map(({ key }) => key),
  );
