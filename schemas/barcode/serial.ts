/** The serial of a data barcode 資料條碼: 8 small letters and digits. Owns its shape and how it is shown and read aloud. */
export const isSerial = (text: string): boolean => /^[a-z0-9]{8}$/.test(text);

/** What a scanner or a hand made of it: capitals (Code 39 has no others), full-width letters, spaces and hyphens. */
export const tidySerial = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s-]+/g, '');

/** `ab12cd34` → `ab12`, `cd34`. */
export const serialGroups = (serial: string): readonly string[] => serial.match(/.{1,4}/g) ?? [];

/** For screen readers: `a b 1 2, c d 3 4`, so that it is spelled and not read as a word. */
export const spelled = (serial: string, pause = ', '): string =>
  serialGroups(serial)
    .map((group) => [...group].join(' '))
    .join(pause);
