/** Full-width forms U+FF01–U+FF5E (and the ideographic space) ↔ ASCII. Door plates and forms mix both. */
const offset = 0xfee0;

const map = (text: string, from: number, to: number, shift: number): string =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= from && code <= to ? String.fromCodePoint(code + shift) : character;
  }).join('');

export const toHalfWidth = (text: string): string => map(text, 0xff01, 0xff5e, -offset).replaceAll('\u3000', ' ');

export const toFullWidth = (text: string): string => map(text, 0x21, 0x7e, offset).replaceAll(' ', '\u3000');

/** Digits only: a door plate keeps its 「之」 and its brackets as they are. */
export const digitsToHalfWidth = (text: string): string => map(text, 0xff10, 0xff19, -offset);
export const digitsToFullWidth = (text: string): string => map(text, 0x30, 0x39, offset);
