/** What is drawn: a barcode as one SVG path on a grid of modules, quiet zone included. */
import { modulesOf, type Bars } from '#schemas/barcode/bars.ts';
import type { BarcodeSymbol } from './barcode-symbol.ts';
import { code128 } from '#schemas/barcode/code128.ts';

export type Symbology = 'code128' | 'code39' | 'qr';

function symbolOfBars(bars: Bars): BarcodeSymbol {
  let at = bars.quiet;
  let path = '';
  bars.widths.forEach((width, place) => {
    if (place % 2 === 0) path += `M${at} 0h${width}v1h-${width}z`;
    at += width;
  });
  return { width: modulesOf(bars), height: 1, path };
}

/** The other symbologies are loaded when they are asked for. Rejects with `BarcodeTextError`, or when offline then. */
export function symbolOf(text: string, symbology: Symbology): BarcodeSymbol | Promise<BarcodeSymbol> {
  if (symbology === 'qr') return import('./qr-symbol.ts').then(({ qrSymbol }) => qrSymbol(text));
  if (symbology === 'code39')
    return import('#schemas/barcode/code39.ts').then(({ code39 }) => symbolOfBars(code39(text)));
  return symbolOfBars(code128(text));
}
