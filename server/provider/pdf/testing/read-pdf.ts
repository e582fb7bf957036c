/**
 * Reads back what one of our own documents says, by the fonts' ToUnicode tables, as `pdftotext` would. For tests; knows
 * only what `pdfkit` writes: one font, Flate streams, text in hex.
 */
import { inflateSync } from 'node:zlib';

export function textOfPdf(bytes: Uint8Array): string {
  const streams = streamsOf(Buffer.from(bytes));
  const unicode = new Map(streams.filter((text) => text.includes('begincmap')).flatMap(cmapOf));
  return streams
    .filter((text) => text.includes(' TJ') && !text.includes('begincmap'))
    .flatMap((text) => text.match(/\[[^\]]*\] TJ/g) ?? [])
    .map((line) =>
      (line.match(/<([0-9a-f]+)>/gi) ?? [])
        .flatMap((hex) => hex.slice(1, -1).match(/.{4}/g) ?? [])
        .map((code) => unicode.get(Number.parseInt(code, 16)) ?? '\uFFFD')
        .join(''),
    )
    .join('\n');
}

export const pagesOfPdf = (bytes: Uint8Array): number =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;

function streamsOf(pdf: Buffer): readonly string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue;
    const end = pdf.indexOf('endstream', at);
    try {
      found.push(inflateSync(pdf.subarray(at + 7, end)).toString('latin1'));
    } catch {
      found.push(''); // not packed, or locked
    }
  }
  return found;
}

/** `<0000> <00ff> [<0000> <6e2c> …]` */
function cmapOf(text: string): [number, string][] {
  return [...text.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)].flatMap(([, first, list]) =>
    (list!.match(/<[0-9a-f ]*>/gi) ?? []).map((entry, index): [number, string] => [
      Number.parseInt(first!, 16) + index,
      Buffer.from(entry.replace(/[<> ]/g, ''), 'hex').swap16().toString('utf16le'),
    ]),
  );
}
