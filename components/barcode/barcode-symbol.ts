/** What is drawn: one SVG path on a grid of modules, quiet zone included. */
export interface BarcodeSymbol {
  /** Modules across. */
  readonly width: number;
  /** Modules down; 1 for bars, which are drawn as tall as wanted. */
  readonly height: number;
  readonly path: string;
}
