/**
 * The serial of a data barcode 資料條碼: 8 small letters and digits. Owns its shape, and how it is shown and read aloud.
 */

/**
 * What new serials are made of: without `l` and `1`, `o` and `0`, which nobody can tell apart on a card. Older ones have them,
 * so what is typed is looked up as it stands and nothing is put in its place.
 */
export const serialAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

export const isSerial = (text: string): boolean => /^[a-z0-9]{8}$/.test(text);

/** `ab12cd34` → `ab12`, `cd34`. */
export const serialGroups = (serial: string): readonly string[] => serial.match(/.{1,4}/g) ?? [];

/** For screen readers: `a b 1 2, c d 3 4`, so that it is spelled and not read as a word. */
export const spelled = (serial: string, pause = ', '): string =>
  serialGroups(serial)
    .map((group) => [...group].join(' '))
    .join(pause);
