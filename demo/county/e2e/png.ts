/** Screenshots as grey pixels: PNG of 8 bits per channel, RGB or RGBA, not interlaced, which is what Chromium writes. */
import { inflateSync } from 'node:zlib';

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** One byte per pixel, row by row. */
  readonly pixels: Uint8ClampedArray;
}

const paeth = (left: number, up: number, corner: number): number => {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};

export function greyOf(png: Buffer): Grey {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const data = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = new Uint8ClampedArray(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const filter = data[start]!;
    const row = new Uint8Array(stride);
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : row[x - channels]!;
      const up = above[x]!;
      const corner = x < channels ? 0 : above[x - channels]!;
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      row[x] = data[start + 1 + x]! + add;
    }
    for (let x = 0; x < width; x++)
      pixels[y * width + x] = (row[x * channels]! + 2 * row[x * channels + 1]! + row[x * channels + 2]!) >> 2;
    above = row;
  }
  return { width, height, pixels };
}
