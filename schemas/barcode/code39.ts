/**
 * Code 39 (ISO/IEC 16388), the symbology of Taiwan's mobile barcodes 手機條碼: text → bars with a wide-to-narrow ratio
 * of 3. It has capitals only, so small letters are written as capitals: who reads a serial must take both.
 */
import { BarcodeTextError, type Bars } from './bars.ts';

const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%*';
/** Nine elements each, bar first; a bit is set where the element is wide. In the order of `characters`. */
const wide = [
  0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025, 0x124, 0x064, 0x109, 0x049, 0x148, 0x019, 0x118, 0x058, 0x00d,
  0x10c, 0x04c, 0x01c, 0x103, 0x043, 0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016, 0x181, 0x0c1, 0x1c0, 0x091,
  0x190, 0x0d0, 0x085, 0x184, 0x0c4, 0x0a8, 0x0a2, 0x08a, 0x02a, 0x094,
];
const elements = [8, 7, 6, 5, 4, 3, 2, 1, 0];

/** Throws `BarcodeTextError` for an empty text and for characters that Code 39 has not. */
export function code39(text: string): Bars {
  const upper = text.toUpperCase();
  // The asterisk is start and stop; inside it would end the code.
  if (!/^[0-9A-Z. $/+%-]+$/.test(upper)) throw new BarcodeTextError('Code 39');
  const widths = [...`*${upper}*`].flatMap((character, place) => {
    const bits = wide[characters.indexOf(character)]!;
    const written = elements.map((bit) => ((bits >> bit) & 1 ? 3 : 1));
    return place ? [1, ...written] : written;
  });
  return { widths, quiet: 10 };
}
