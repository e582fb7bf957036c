/** The decoder for browsers without `BarcodeDetector`; loaded when a camera is first used there. */
import BinaryBitmap from '@zxing/library/esm/core/BinaryBitmap.js';
import RGBLuminanceSource from '@zxing/library/esm/core/RGBLuminanceSource.js';
import HybridBinarizer from '@zxing/library/esm/core/common/HybridBinarizer.js';
import Code128Reader from '@zxing/library/esm/core/oned/Code128Reader.js';
import Code39Reader from '@zxing/library/esm/core/oned/Code39Reader.js';
import QRCodeReader from '@zxing/library/esm/core/qrcode/QRCodeReader.js';

const readers = [new Code128Reader(), new Code39Reader(), new QRCodeReader()];

/** → the text of the barcode in the picture, undefined where none can be read */
export function decode({ data, width, height }: ImageData): string | undefined {
  const grey = new Uint8ClampedArray(width * height);
  // Green counts most, as the eye sees; 77, 150 and 29 of 256 (ITU-R BT.601).
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4)
    grey[at] = (77 * data[from]! + 150 * data[from + 1]! + 29 * data[from + 2]!) >> 8;
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  for (const reader of readers) {
    try {
      return reader.decode(bitmap).getText();
    } catch {
      reader.reset();
    }
  }
  return undefined;
}
