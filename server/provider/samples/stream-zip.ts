/**
 * A zip as a stream: one file in memory at a time, made when the reader asks for more. Files are stored, not deflated:
 * documents are compressed already, and the size can be said before the first byte.
 */
import { Zip, ZipPassThrough } from 'fflate';

export interface ZipPart {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Local header, data descriptor, directory entry; and the end of the directory (APPNOTE 4.3). */
const perFile = 30 + 16 + 46;
const end = 22;

/** → bytes that `streamZip` will give for these parts */
export const zipSize = (parts: readonly ZipPart[]): number =>
  parts.reduce((sum, { name, bytes }) => sum + perFile + 2 * name.length + bytes.length, end);

/**
 * In the order given, all dated 1980-01-01. What a part throws ends the stream with that error; a reader who leaves
 * ends the making too.
 */
export function streamZip(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>): ReadableStream<Uint8Array> {
  const source = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  let zip: Zip;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        zip = new Zip((error, chunk, final) => {
          if (error) return controller.error(error);
          if (chunk.length) controller.enqueue(chunk);
          if (final) controller.close();
        });
      },
      async pull() {
        const next = await source.next();
        if (next.done) return zip.end();
        const file = new ZipPassThrough(next.value.name);
        file.mtime = new Date(1980, 0, 1);
        zip.add(file);
        file.push(next.value.bytes, true);
      },
      async cancel() {
        zip.terminate();
        await source.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
