/** A linear barcode as widths, before anything draws it. */
export interface Bars {
  /** Widths in modules: bar, space, bar, … beginning and ending with a bar. */
  readonly widths: readonly number[];
  /** Light modules that must stay free on each side. */
  readonly quiet: number;
}

/** The text holds a character that the symbology can not carry, or none at all. */
export class BarcodeTextError extends Error {
  readonly code = 'barcode-text';
  override readonly name = 'BarcodeTextError';

  constructor(symbology: string) {
    // Never the text itself: a serial is as good as a key.
    super(`The text can not be written in ${symbology}.`);
  }
}

/** All modules from edge to edge, quiet zones included. */
export const modulesOf = ({ widths, quiet }: Bars): number => widths.reduce((sum, width) => sum + width, 2 * quiet);
