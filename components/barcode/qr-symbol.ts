/** QR code (ISO/IEC 18004) of a short text, error correction M, with its quiet zone of four modules. Loaded on demand. */
import { encode } from 'uqr';
import type { BarcodeSymbol } from './barcode-symbol.ts';

const quiet = 4;

export function qrSymbol(text: string): BarcodeSymbol {
  const { data, size } = encode(text, { ecc: 'M', border: quiet });
  // One rectangle for each run of dark modules.
  const path = data
    .map((row, y) =>
      row
        .map((dark, x) => {
          if (!dark || row[x - 1]) return '';
          const end = row.indexOf(false, x);
          return `M${x} ${y}h${end - x}v1H${x}z`;
        })
        .join(''),
    )
    .join('');
  return { width: size, height: size, path };
}
