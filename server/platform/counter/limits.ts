/** How often is too often at a counter; how long is `lifetimes.ts`. */

/** Wrong entries that put a desk out of use (手冊 貳-一-(二)-2). */
export const deskMistakes = 5;
/** Wrong codes that burn a barcode. */
export const barcodeAttacks = 5;
/** Codes that are sent for one barcode: who only presents it must not be able to flood its owner. */
export const codesPerBarcode = 5;
