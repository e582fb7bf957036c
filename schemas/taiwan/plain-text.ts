/**
 * Text as a person sees it: full width and compatibility forms as their plain characters (NFKC), nothing that nobody sees
 * (`\p{Cf}`, variation selectors), every dash as `-`, every space as one. Not for what is kept as it was typed (names).
 */
const unseen = /[\p{Cf}\p{DI}]/gu;
/** Dashes, minus signs, box lines that input methods give for them, and the long-vowel mark. */
const dashes = /[\p{Pd}\u2043\u207B\u208B\u2212\u2500\u2501\u02D7\u30FC]/gu;

export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(dashes, '-')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** The same without any space: for codes and numbers. */
export const withoutSpaces = (text: string): string => plain(text).replaceAll(' ', '');

/** For searching and comparing: 台 and 臺 are one, and so are capitals and small letters. */
export const folded = (text: string): string => plain(text).replaceAll('台', '臺').toLowerCase();
