/**
 * The central directory of a zip (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3), read strictly:
 * one disk, no encryption, nothing before, between or after that the directory does not account for. Packers that do not
 * know the sizes beforehand write them in the form of zip64, however small they are.
 */
import { PackageError, type ShapeReason } from './errors.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  /** Unpacked, as declared. */
  readonly size: number;
  readonly packed: Buffer;
  /** A symbolic link or other special file of a Unix packer. */
  readonly link: boolean;
}

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
const endLength = 22;
const end64Record = 0x06064b50;
const end64Length = 56;
const end64Locator = 0x07064b50;
const end64LocatorLength = 20;
/** Says that the number stands in the zip64 form. */
const elsewhere = 0xffffffff;

/**
 * → the entries in the directory's order, not unpacked and their CRC unchecked. Throws `PackageError` at step `shape`,
 * whatever the bytes are; more than `maxEntries` is `too-many-entries`.
 */
export function readDirectory(zip: Buffer, maxEntries: number): readonly ZipEntry[] {
  try {
    return entriesOf(zip, maxEntries);
  } catch (error) {
    if (error instanceof PackageError) throw error;
    throw refuse('no-zip', 'These bytes are no zip archive.', error); // a read past the end
  }
}

function entriesOf(zip: Buffer, maxEntries: number): readonly ZipEntry[] {
  const { count, start, length, end } = directoryAt(zip, findEnd(zip));
  if (count > maxEntries) throw refuse('too-many-entries', 'The archive has too many entries.');
  if (start + length !== end) throw refuse('no-zip', 'The directory is not where it should be.');

  const entries: (ZipEntry & Span)[] = [];
  let at = start;
  for (let i = 0; i < count; i += 1) {
    if (zip.readUInt32LE(at) !== centralHeader) throw refuse('no-zip', 'The directory is damaged.');
    entries.push(entryAt(zip, at, start));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  if (at !== end) throw refuse('no-zip', 'The directory is damaged.');
  checkSpans(entries);
  return entries;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly length: number;
  /** Where the next record begins. */
  readonly end: number;
}

function directoryAt(zip: Buffer, end: number): Directory {
  const count = zip.readUInt16LE(end + 10);
  if (zip.readUInt32LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count) throw refuse('no-zip', 'Several disks.');
  const locator = end - end64LocatorLength;
  if (locator < 0 || zip.readUInt32LE(locator) !== end64Locator)
    return { count, start: zip.readUInt32LE(end + 16), length: zip.readUInt32LE(end + 12), end };
  const at = longAt(zip, locator + 8);
  const known = zip.readUInt32LE(at) === end64Record && longAt(zip, at + 4) === end64Length - 12;
  if (!known || at + end64Length !== locator) throw refuse('no-zip', 'The directory is damaged.');
  const entries = longAt(zip, at + 32);
  if (zip.readUInt32LE(at + 16) !== 0 || zip.readUInt32LE(at + 20) !== 0 || longAt(zip, at + 24) !== entries)
    throw refuse('no-zip', 'Several disks.');
  return { count: entries, start: longAt(zip, at + 48), length: longAt(zip, at + 40), end: at };
}

/** Beyond what a number can hold there is no archive that we would read. */
const longAt = (zip: Buffer, at: number): number => Number(zip.readBigUInt64LE(at));

/** Sizes and place of an entry of the directory, where they say so out of its zip64 field. */
function numbersAt(
  zip: Buffer,
  at: number,
): { readonly packedSize: number; readonly size: number; readonly from: number } {
  const [size, packedSize, from] = [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
  if (![size, packedSize, from].includes(elsewhere)) return { size, packedSize, from };
  const begin = at + 46 + zip.readUInt16LE(at + 28);
  const stop = begin + zip.readUInt16LE(at + 30);
  for (let field = begin; field + 4 <= stop; field += 4 + zip.readUInt16LE(field + 2)) {
    if (zip.readUInt16LE(field) !== 1) continue;
    let next = field + 4;
    const until = next + zip.readUInt16LE(field + 2);
    const read = (number: number): number => {
      if (number !== elsewhere) return number;
      if (next + 8 > Math.min(until, stop)) throw refuse('no-zip', 'An entry is damaged.');
      next += 8;
      return longAt(zip, next - 8);
    };
    // In this order (4.5.3).
    const unpacked = read(size);
    return { size: unpacked, packedSize: read(packedSize), from: read(from) };
  }
  throw refuse('no-zip', 'An entry is damaged.');
}

/** Bytes of the archive that belong to an entry. */
interface Span {
  readonly from: number;
  readonly to: number;
}

function entryAt(zip: Buffer, at: number, directory: number): ZipEntry & Span {
  const flags = zip.readUInt16LE(at + 8);
  const method = zip.readUInt16LE(at + 10);
  const { packedSize, size, from } = numbersAt(zip, at);
  if (flags & 0x2041) throw refuse('encrypted', 'An entry is encrypted.');
  if (method !== 0 && method !== 8) throw refuse('method', 'An entry is packed by an unknown method.');
  const name = nameAt(zip, at + 46, zip.readUInt16LE(at + 28));

  if (zip.readUInt32LE(from) !== localHeader) throw refuse('no-zip', 'An entry is not where it should be.');
  const nameLength = zip.readUInt16LE(from + 26);
  if (nameAt(zip, from + 30, nameLength) !== name || zip.readUInt16LE(from + 8) !== method) {
    throw refuse('two-headers', 'The two headers of an entry differ.');
  }
  const body = from + 30 + nameLength + zip.readUInt16LE(from + 28);
  const to = body + packedSize;
  if (to > directory) throw refuse('no-zip', 'An entry is longer than the archive.');
  return {
    name,
    method,
    crc: zip.readUInt32LE(at + 16),
    size,
    packed: zip.subarray(body, to),
    link: isSpecial(zip.readUInt8(at + 5), zip.readUInt32LE(at + 38)),
    from,
    to,
  };
}

/** The Unix file type stands in the upper half of the external attributes, whatever the packer says it ran on. */
function isSpecial(madeOn: number, attributes: number): boolean {
  const type = (attributes >>> 28) & 0xf;
  const regular = type === 0 || type === 8 || type === 4;
  return !regular && (madeOn === 3 || madeOn === 19 || type === 10);
}

function nameAt(zip: Buffer, at: number, length: number): string {
  if (at + length > zip.length) throw refuse('no-zip', 'A name is longer than the archive.');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(zip.subarray(at, at + length));
  } catch {
    throw refuse('unsafe-name', 'An entry name is not UTF-8.');
  }
}

function findEnd(zip: Buffer): number {
  for (let at = zip.length - endLength; at >= 0 && at >= zip.length - endLength - 0xffff; at -= 1) {
    if (zip.readUInt32LE(at) === endRecord && at + endLength + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  throw refuse('no-zip', 'These bytes are no zip archive.');
}

/** Overlapping entries let a small archive unpack to a huge one. */
function checkSpans(entries: readonly (ZipEntry & Span)[]): void {
  const sorted = [...entries].sort((a, b) => a.from - b.from);
  if (sorted[0] && sorted[0].from !== 0) throw refuse('no-zip', 'Bytes stand before the archive.');
  for (const [i, entry] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next && next.from < entry.to) throw refuse('overlap', 'Two entries share bytes.');
  }
}

const refuse = (reason: ShapeReason, message: string, cause?: unknown): PackageError =>
  new PackageError('shape', reason, message, { cause });
