/**
 * Bytes of a payload → its text. UTF-8 and UTF-16 by their marks, UTF-8 without one, and for spreadsheets Big5, in which
 * an office's own characters have no meaning outside it: their places are marked with U+FFFD, and the rest is kept.
 */
const mark = '\uFFFD';
/** More of them than one in so many characters: this is no text in Big5. */
const fewestBetween = 4;

const decoded = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

const utf16 = (bytes: Uint8Array): string | undefined => {
  const [first, second] = bytes;
  return first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

/** Throws a TypeError where the bytes are neither. */
export const unicodeText = (bytes: Uint8Array): string => decoded(bytes, utf16(bytes) ?? 'utf-8');

const isTrail = (byte: number | undefined): byte is number =>
  byte !== undefined && ((byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe));
/** User-defined areas of Big5 as Taiwan's offices use it; decoders fill them with Hong Kong's characters. */
const isOwn = (lead: number): boolean => (lead >= 0x81 && lead <= 0xa0) || lead >= 0xfa;

/** Throws a TypeError where the bytes are no Big5. */
export const big5Text = (bytes: Uint8Array): string => {
  const decoder = new TextDecoder('big5');
  let text = '';
  let pairs = 0;
  let marks = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[at + 1];
    if (!isTrail(trail) || lead < 0x81 || lead === 0xff) throw new TypeError('the text is neither Unicode nor Big5');
    pairs += 1;
    const character = isOwn(lead) ? mark : decoder.decode(bytes.subarray(at, at + 2));
    const known = !/[\uFFFD\uE000-\uF8FF]/.test(character);
    if (!known) marks += 1;
    text += known ? character : mark;
    at += 1;
  }
  if (marks * fewestBetween > pairs) throw new TypeError('the text is neither Unicode nor Big5');
  return text;
};
