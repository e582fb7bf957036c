/** Which place of a list of boxes a point means. Pure geometry: pixels in, index out. */
export interface Box {
  readonly top: number;
  readonly bottom: number;
}

/** Before the first box whose middle lies below `y`. Boxes stand below each other. */
export function indexAt(boxes: readonly Box[], y: number): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = boxes[middle] as Box;
    if (y < (box.top + box.bottom) / 2) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The inner part of a box: dropping there means the question itself, not a place before or after it. */
export function isOnto({ top, bottom }: Box, y: number): boolean {
  const margin = Math.min(16, (bottom - top) / 4);
  return y > top + margin && y < bottom - margin;
}
