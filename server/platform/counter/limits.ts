/** How often is too often at a counter; how long is `lifetimes.ts`; wrong entries of a desk are `server/limits/budgets.ts`. */

/** Wrong codes that burn a barcode. */
export const barcodeAttacks = 5;
/** Codes that are sent for one barcode: who only presents it must not be able to flood its owner. */
export const codesPerBarcode = 5;
