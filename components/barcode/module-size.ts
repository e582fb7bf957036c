/**
 * The width of one module in CSS pixels, so that each is a whole number of the screen's own pixels: bars of uneven width
 * are what scanners fail on. As wide as the room allows, up to `most` CSS pixels.
 */
export function moduleSize(modules: number, room: number, ratio: number, most: number): number {
  const fits = Math.floor((room * ratio) / modules);
  return Math.max(1, Math.min(fits, Math.floor(most * ratio))) / ratio;
}
