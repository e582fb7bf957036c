/** Reads barcodes from a camera, by the browser's own detector or by one loaded on demand. Owns the camera while it is on. */

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const formats = ['code_128', 'code_39', 'qr_code'];
const pause = 120;

type Look = (video: HTMLVideoElement) => Promise<string | undefined>;

async function nativeLook(): Promise<Look | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  const known: readonly string[] = (await BarcodeDetector?.getSupportedFormats().catch(() => undefined)) ?? [];
  // Chromium on some systems has the class and knows no format.
  if (!BarcodeDetector || !known.includes('code_128')) return undefined;
  const detector = new BarcodeDetector({ formats: formats.filter((format) => known.includes(format)) });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function loadedLook(): Promise<Look> {
  const { decode } = await import('./zxing.ts');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (video) => {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    return decode(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}

/**
 * Shows the camera in `video` and resolves with the first text that `wanted` takes. Rejects where there is no camera, or none
 * is allowed; resolves with nothing when `signal` fires.
 */
export async function scan(
  video: HTMLVideoElement,
  wanted: (text: string) => boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
  try {
    if (signal.aborted) return undefined;
    video.srcObject = stream;
    await video.play();
    const look = (await nativeLook()) ?? (await loadedLook());
    while (!signal.aborted) {
      const text = video.videoWidth ? await look(video).catch(() => undefined) : undefined;
      if (text !== undefined && wanted(text)) return text;
      await new Promise((done) => setTimeout(done, pause));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
